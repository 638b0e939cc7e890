/** Runway's own API: what its models take, how a shot is asked for, what answers mean. */
@NullMarked
package dev.dailies.provider.runway;

import org.jspecify.annotations.NullMarked;
