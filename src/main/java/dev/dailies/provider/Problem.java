package dev.dailies.provider;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or odd, about one cell of a row.
 *
 * @param column the manifest's column
 * @param value what the cell holds; null where it is missing
 * @param message what is wrong with it
 * @param fix what to write instead
 */
public record Problem(
    Severity severity, String column, @Nullable String value, String message, String fix) {

  /** Whether a problem keeps the row from being sent. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /** A problem that keeps the row from being sent. */
  public static Problem error(String column, @Nullable String value, String message, String fix) {
    return new Problem(Severity.ERROR, column, value, message, fix);
  }

  /** A problem that people should know of; the row is sent nevertheless. */
  public static Problem warning(String column, @Nullable String value, String message, String fix) {
    return new Problem(Severity.WARNING, column, value, message, fix);
  }

  /** True if the row must not be sent. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
