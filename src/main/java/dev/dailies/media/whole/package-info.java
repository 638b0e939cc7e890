/** Tells for each kind of file whether it came to its own end. */
@NullMarked
package dev.dailies.media.whole;

import org.jspecify.annotations.NullMarked;
