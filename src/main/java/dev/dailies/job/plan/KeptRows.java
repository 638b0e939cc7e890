package dev.dailies.job.plan;

import dev.dailies.ledger.Comparison.Kept;
import dev.dailies.manifest.Row;
import dev.dailies.provider.Inputs;
import java.util.List;
import java.util.SortedMap;

/** Reads the rows that the ledger has kept as today's rows are read. */
final class KeptRows {

  private final Inputs inputs;
  private final Inputs ledgerInputs;

  /**
   * @param inputs finds the files of the manifest's rows
   * @param ledgerInputs finds those of the ledger's
   */
  KeptRows(Inputs inputs, Inputs ledgerInputs) {
    this.inputs = inputs;
    this.ledgerInputs = ledgerInputs;
  }

  Row row(Kept kept) {
    return new Row(0, kept.cells(), List.of(), List.of());
  }

  /** What a kept row means today. */
  SortedMap<String, String> meanings(Row kept) {
    return kept.meanings(ledgerInputs);
  }

  /** What a row of the manifest meant to an earlier Dailies. */
  SortedMap<String, String> earlierMeanings(Row row) {
    return row.earlierMeanings(inputs);
  }

  /** True if the files that a kept row names, if any, still hold what they held. */
  boolean isAsItWas(Row row, Kept kept) {
    return !row.namesFiles(ledgerInputs)
        || row.digest(ledgerInputs).equals(kept.digest())
        || row.earlierDigests(ledgerInputs).contains(kept.digest());
  }

  /** True if an earlier Dailies called a row of the manifest what the ledger calls this. */
  boolean wasCalledSo(Row row, Kept kept) {
    return row.earlierDigests(inputs).contains(kept.digest());
  }
}
