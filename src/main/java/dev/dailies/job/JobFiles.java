package dev.dailies.job;

import java.nio.file.Path;

/**
 * Where a job reads and writes, as absolute paths.
 *
 * @param manifest the CSV file
 * @param output the output folder
 */
public record JobFiles(Path manifest, Path output) {}
