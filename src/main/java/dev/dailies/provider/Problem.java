package dev.dailies.provider;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or odd, or to be known about one cell of a row.
 *
 * @param column the manifest's column; empty for what is about the manifest as a whole
 * @param value what the cell holds; null where it is missing
 * @param message what is wrong with it
 * @param fix what to write instead; empty where there is nothing to mend
 */
public record Problem(
    Severity severity, String column, @Nullable String value, String message, String fix) {

  /** Whether a problem keeps the row from being sent. */
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }

  /** A problem that keeps the row from being sent. */
  public static Problem error(String column, @Nullable String value, String message, String fix) {
    return new Problem(Severity.ERROR, column, value, message, fix);
  }

  /** A problem that people should know of; the row is sent nevertheless. */
  public static Problem warning(String column, @Nullable String value, String message, String fix) {
    return new Problem(Severity.WARNING, column, value, message, fix);
  }

  /**
   * How a cell is understood that may be written in several ways: nothing is wrong with it.
   *
   * @param message the same for all rows of which the same is to be said
   * @param example what it means for this row; empty if the message says it all
   */
  public static Problem note(
      String column, @Nullable String value, String message, String example) {
    return new Problem(Severity.NOTE, column, value, message, example);
  }

  /** True if the row must not be sent. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
