package dev.dailies.manifest.table;

import org.jspecify.annotations.Nullable;

/**
 * A file that is not a manifest. Its message is one line for people: file, line, and what to do.
 */
public final class UnreadableManifestException extends RuntimeException {

  private final @Nullable Long line;

  /**
   * @param line where in the file, from 1; null if it is about the file as a whole
   */
  public UnreadableManifestException(String message, @Nullable Long line) {
    super(message);
    this.line = line;
  }

  static UnreadableManifestException of(String file, String what) {
    return new UnreadableManifestException(file + " " + what, null);
  }

  static UnreadableManifestException at(String file, long line, String what) {
    return new UnreadableManifestException(file + ":" + line + ": error: " + what, line);
  }

  /** Where in the file, from 1; null if it is about the file as a whole. */
  public @Nullable Long line() {
    return line;
  }
}
