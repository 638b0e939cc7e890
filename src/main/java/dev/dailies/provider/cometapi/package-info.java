/** CometAPI's Runway routes: what its models take, how a shot is asked for, what answers mean. */
@NullMarked
package dev.dailies.provider.cometapi;

import org.jspecify.annotations.NullMarked;
