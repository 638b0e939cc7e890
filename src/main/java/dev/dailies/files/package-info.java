/** Names, checksums, and how a file comes onto the disk for good. */
@NullMarked
package dev.dailies.files;

import org.jspecify.annotations.NullMarked;
