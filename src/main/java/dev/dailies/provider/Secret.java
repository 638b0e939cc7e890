package dev.dailies.provider;

import java.util.Optional;

/** A value that must never be printed: it does not print itself. */
public final class Secret {

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Wraps a value, without the white space around it. */
  public static Secret of(String value) {
    return new Secret(value.strip());
  }

  /** The value itself: for the header that needs it, and nothing else. */
  public String reveal() {
    return value;
  }

  /** True if there is nothing in it. */
  public boolean isEmpty() {
    return value.isEmpty();
  }

  /**
   * Why no header can carry it; empty if one can. The HTTP client would print it in its refusal.
   */
  public Optional<String> problem() {
    if (isEmpty()) {
      return Optional.of("there is no API key");
    }
    boolean sendable = value.chars().allMatch(c -> c > ' ' && c < 127);
    return sendable
        ? Optional.empty()
        : Optional.of("the API key holds a blank or a character that no key has");
  }

  /** Takes the value out of a text that is about to be shown. */
  public String redact(String text) {
    return value.length() < 4 ? text : text.replace(value, "***");
  }

  @Override
  public String toString() {
    return "***";
  }
}
