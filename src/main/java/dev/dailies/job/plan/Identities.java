package dev.dailies.job.plan;

import dev.dailies.ledger.RowMatching;
import dev.dailies.manifest.CheckedRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds whose row a row is. One without an id is called by what it means; if the ledger does not
 * know it so, it may know it as an earlier Dailies called it, or by what was sent for it. So with
 * an id that a spreadsheet has taken for a number.
 */
final class Identities {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");

  private final RowMatching matching;
  private final RequestComparisons comparisons;
  private @Nullable Map<String, String> bySent;
  private @Nullable Map<String, String> zeros;

  Identities(RowMatching matching, RequestComparisons comparisons) {
    this.matching = matching;
    this.comparisons = comparisons;
  }

  /** The id of an accepted row's tasks. */
  String of(CheckedRow checked) {
    if (matching.knows(checked.id())) {
      return checked.id();
    }
    String earlier = checked.earlierId();
    if (earlier == null) {
      return NUMBER.matcher(checked.id()).matches() ? withZeros(checked) : checked.id();
    }
    return matching.knows(earlier) ? earlier : byWhatWasSent(checked);
  }

  /** The id as it was, if a spreadsheet has taken it for a number: {@code 001} for {@code 1}. */
  private String withZeros(CheckedRow checked) {
    if (zeros == null) {
      zeros = new HashMap<>(matching.zerosByRequest());
    }
    return zeros.isEmpty()
        ? checked.id()
        : zeros.getOrDefault(
            RowMatching.withoutZeros(checked.id(), request(checked)), checked.id());
  }

  private String byWhatWasSent(CheckedRow checked) {
    if (bySent == null) {
      bySent = new HashMap<>(matching.namelessByRequest());
    }
    if (bySent.isEmpty()) {
      return checked.id();
    }
    return bySent.getOrDefault(request(checked), checked.id());
  }

  private String request(CheckedRow checked) {
    return Objects.requireNonNull(comparisons.of(checked, checked.takes().get(0).shot()).request());
  }
}
