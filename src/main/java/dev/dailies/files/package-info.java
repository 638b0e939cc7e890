/** Names, checksums, and files that are durable or replaced in one step. */
@NullMarked
package dev.dailies.files;

import org.jspecify.annotations.NullMarked;
