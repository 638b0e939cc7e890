package dev.dailies.provider.cometapi;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a status word means; the later constant is the more final one. The words come from three
 * layers that all show through: the gateway's own, Runway's, and those of the services behind the
 * compatibility format.
 */
enum TaskStatus {
  WAITING,
  RUNNING,
  FAILED,
  CANCELLED,
  DONE;

  private static final Map<String, TaskStatus> WORDS =
      Map.ofEntries(
          Map.entry("", WAITING),
          Map.entry("not_start", WAITING),
          Map.entry("submitted", WAITING),
          Map.entry("queued", WAITING),
          Map.entry("unknown", WAITING),
          Map.entry("pending", WAITING),
          Map.entry("throttled", WAITING),
          Map.entry("0", WAITING),
          Map.entry("1", WAITING),
          Map.entry("in_progress", RUNNING),
          Map.entry("running", RUNNING),
          Map.entry("failure", FAILED),
          Map.entry("failed", FAILED),
          Map.entry("error", FAILED),
          Map.entry("2", FAILED),
          Map.entry("cancelled", CANCELLED),
          Map.entry("canceled", CANCELLED),
          Map.entry("success", DONE),
          Map.entry("succeeded", DONE),
          Map.entry("succeed", DONE),
          Map.entry("completed", DONE),
          Map.entry("3", DONE));

  /** The meaning of a word in any case; empty for a word that no documentation names. */
  static Optional<TaskStatus> of(String word) {
    return Optional.ofNullable(WORDS.get(word.strip().toLowerCase(Locale.ROOT)));
  }
}
