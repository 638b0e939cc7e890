package dev.dailies.job.doctor;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that there is where an output folder is, or will be made. */
final class NearestFolder {

  private NearestFolder() {}

  /**
   * The folder itself if it is there, else the nearest one above it that is.
   *
   * @throws IOException if a file lies in the way
   */
  static Path to(Path folder) throws IOException {
    Path place = folder.toAbsolutePath();
    while (place != null && Files.notExists(place)) {
      place = place.getParent();
    }
    if (place == null || !Files.isDirectory(place)) {
      throw new FileSystemException(
          String.valueOf(place), null, "it is a file, and must be a folder");
    }
    return place;
  }
}
