/** The packaged product as its users have it: in a process of its own, killed at any moment. */
@NullMarked
package dev.dailies;

import org.jspecify.annotations.NullMarked;
