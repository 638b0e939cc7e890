/** The step that downloads: the files of each SUCCEEDED task come onto the disk. */
@NullMarked
package dev.dailies.job.download;

import org.jspecify.annotations.NullMarked;
