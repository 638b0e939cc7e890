package dev.dailies.job;

/** A setting that cannot be worked with. The message names it, its value, and what to write. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public SettingsException(String message) {
    super(message);
  }

  SettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}
