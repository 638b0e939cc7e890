package dev.dailies.settings;

import org.springframework.core.NestedExceptionUtils;

/** A setting that cannot be used. The message names it, its value, and what to write. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public SettingsException(String message) {
    super(message);
  }

  public SettingsException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The first line of the innermost message. */
  static String describe(Throwable failure) {
    String message = NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
