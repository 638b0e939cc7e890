package dev.dailies.settings;

import java.nio.file.Path;

/**
 * Where a job reads and writes, as absolute paths.
 *
 * @param manifest the file of shots
 * @param output the output folder
 */
public record JobFiles(Path manifest, Path output) {

  /** The folder within the output folder that holds the database, the lock and the logs. */
  public static final String INNER = ".dailies";
}
