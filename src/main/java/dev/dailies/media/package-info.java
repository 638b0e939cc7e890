/** Tells the kind of a media file, reads its header, and checks that it is whole. */
@NullMarked
package dev.dailies.media;

import org.jspecify.annotations.NullMarked;
