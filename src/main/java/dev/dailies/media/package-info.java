/** What kind of file a clip or an input is, what its header says, and whether it is whole. */
@NullMarked
package dev.dailies.media;

import org.jspecify.annotations.NullMarked;
