package dev.dailies.kill;

import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A task of a {@link MortalJob}.
 *
 * @param end the state that it ends in, unless it is in doubt
 */
record MortalTask(String name, String prompt, String end) {

  private static final Set<String> NOTHING =
      Set.of("REJECTED", "FAILED", "CANCELLED", "LOST", "UNDELIVERED");

  /** The same, if it ends otherwise. */
  MortalTask endingAs(String state) {
    return new MortalTask(name, prompt, state);
  }

  /** True if a run ends with exit 3 because of it. */
  boolean failsForGood() {
    return NOTHING.contains(end);
  }

  /** By its line in results.csv, which a withdrawn task does not have. */
  boolean isSettled(@Nullable CSVRecord line) {
    return line == null
        ? end.equals("WITHDRAWN")
        : Set.of(end, "IN_DOUBT").contains(line.get("state"));
  }
}
