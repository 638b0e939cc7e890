package dev.dailies.simulator.task;

import java.util.Locale;
import java.util.Optional;

/**
 * How a task ends, decided when it is created. The failure codes are Runway's. Their order is part
 * of every ticket: add at the end.
 */
public enum Outcome {
  SUCCEEDS("", ""),
  BAD_OUTPUT("INTERNAL.BAD_OUTPUT.CODE01", "The generation did not give a usable video."),
  INTERNAL("INTERNAL", "An unexpected error occurred."),
  UNSAFE("SAFETY.INPUT.TEXT", "The prompt was refused by content moderation."),
  CANCELLED("", "");

  private final String failureCode;
  private final String failure;

  Outcome(String failureCode, String failure) {
    this.failureCode = failureCode;
    this.failure = failure;
  }

  /** What a word in brackets in the prompt asks for; empty where there is none. */
  static Optional<Outcome> askedFor(String prompt) {
    String words = prompt.toLowerCase(Locale.ROOT);
    if (words.contains("[fail]")) {
      return Optional.of(BAD_OUTPUT);
    }
    if (words.contains("[unsafe]")) {
      return Optional.of(UNSAFE);
    }
    return words.contains("[cancel]") ? Optional.of(CANCELLED) : Optional.empty();
  }

  /** Runway's code; empty for a task that does not fail. */
  public String failureCode() {
    return failureCode;
  }

  /** What went wrong, in words. */
  public String failure() {
    return failure;
  }
}
