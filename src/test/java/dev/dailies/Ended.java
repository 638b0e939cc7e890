package dev.dailies;

import java.time.Duration;

/**
 * How a process ended.
 *
 * @param exit 128 plus the signal's number, if one ended it
 */
public record Ended(int exit, String out, String err, Duration took) {

  /** For a failing test to show. */
  @Override
  public String toString() {
    return "exit %d after %d ms%n--- stdout%n%s--- stderr%n%s"
        .formatted(exit, took.toMillis(), out, err);
  }
}
