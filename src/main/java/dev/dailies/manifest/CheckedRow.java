package dev.dailies.manifest;

import dev.dailies.provider.Problem;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A row with the result of its checks.
 *
 * @param id the row's own, or {@code shot-} and a hash of its columns where it has none that can be
 *     used
 * @param earlierIds the same of a row without an id as earlier versions of Dailies made it; empty
 *     for others
 * @param digest of the row, see {@link Row#digest}
 * @param meanings of its cells, see {@link Row#meanings}
 * @param provider the name of the provider that the row goes to; null if that cannot be told
 * @param takes from take 1 on; empty if the row must not be sent
 * @param problems all errors and warnings, values shortened and without secrets, each once
 */
public record CheckedRow(
    Row row,
    String id,
    List<String> earlierIds,
    String digest,
    SortedMap<String, String> meanings,
    @Nullable String provider,
    List<Take> takes,
    List<Problem> problems) {

  public CheckedRow {
    earlierIds = List.copyOf(earlierIds);
    takes = List.copyOf(takes);
    problems = List.copyOf(problems);
  }

  /** True if the row may be sent. */
  public boolean isAccepted() {
    return !takes.isEmpty();
  }

  /** The same for ids that differ only by case, which would be one file on many systems. */
  public String key() {
    return id.toLowerCase(Locale.ROOT);
  }
}
