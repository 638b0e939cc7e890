/** Reads manifests and checks their rows: every problem names its line and column. */
@NullMarked
package dev.dailies.manifest;

import org.jspecify.annotations.NullMarked;
