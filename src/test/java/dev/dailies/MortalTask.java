package dev.dailies;

import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A task of a {@link MortalJob}.
 *
 * @param end the state that it ends in, unless it is in doubt
 */
record MortalTask(String name, String prompt, String end) {

  /** By its line in results.csv, if it has one. */
  boolean isSettled(@Nullable CSVRecord line) {
    return line != null && Set.of(end, "IN_DOUBT").contains(line.get("state"));
  }
}
