package dev.dailies.job.plan;

import dev.dailies.ledger.RowMatching;
import dev.dailies.manifest.CheckedRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    if (checked.earlierIds().isEmpty()) {
      return NUMBER.matcher(checked.id()).matches() ? withZeros(checked) : checked.id();
    }
    return checked.earlierIds().stream()
        .filter(matching::knows)
        .findFirst()
        .orElseGet(() -> byWhatWasSent(checked));
  }

  /** The id as it was, if a spreadsheet has taken it for a number: {@code 001} for {@code 1}. */
  private String withZeros(CheckedRow checked) {
    if (zeros == null) {
      zeros = new HashMap<>(matching.zerosByRequest());
    }
    return byRequest(checked, zeros, request -> RowMatching.withoutZeros(checked.id(), request));
  }

  private String byWhatWasSent(CheckedRow checked) {
    if (bySent == null) {
      bySent = new HashMap<>(matching.namelessByRequest());
    }
    return byRequest(checked, bySent, request -> request);
  }

  private String byRequest(
      CheckedRow checked, Map<String, String> known, UnaryOperator<String> key) {
    if (known.isEmpty()) {
      return checked.id();
    }
    RequestComparison comparison = comparisons.of(checked, checked.takes().get(0).shot());
    return Stream.of(comparison.request(), comparison.earlierRequest())
        .map(request -> known.get(key.apply(request)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(checked.id());
  }
}
