package dev.dailies.job.plan;

import dev.dailies.ledger.RowMatching;
import dev.dailies.manifest.CheckedRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds whose row a row is. One without an id is called by what it means; if the ledger does not
 * know it so, it may know it as an earlier Dailies called it, or by what was sent for it.
 */
final class Identities {

  private final RowMatching matching;
  private final RequestComparisons comparisons;
  private @Nullable Map<String, String> bySent;

  Identities(RowMatching matching, RequestComparisons comparisons) {
    this.matching = matching;
    this.comparisons = comparisons;
  }

  /** The id of an accepted row's tasks. */
  String of(CheckedRow checked) {
    String earlier = checked.earlierId();
    if (earlier == null || matching.knows(checked.id())) {
      return checked.id();
    }
    return matching.knows(earlier) ? earlier : byWhatWasSent(checked);
  }

  private String byWhatWasSent(CheckedRow checked) {
    if (bySent == null) {
      bySent = new HashMap<>(matching.namelessByRequest());
    }
    if (bySent.isEmpty()) {
      return checked.id();
    }
    String request = comparisons.of(checked, checked.takes().get(0).shot()).request();
    return bySent.getOrDefault(Objects.requireNonNull(request), checked.id());
  }
}
