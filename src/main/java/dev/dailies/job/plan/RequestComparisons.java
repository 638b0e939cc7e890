package dev.dailies.job.plan;

import dev.dailies.job.run.Providers;
import dev.dailies.manifest.CheckedRow;
import dev.dailies.provider.Shot;
import java.util.Objects;

/** Makes what tells whether a row asks for the same as the ledger has kept. */
final class RequestComparisons {

  private final Providers providers;
  private final KeptRows keptRows;

  RequestComparisons(Providers providers, KeptRows keptRows) {
    this.providers = providers;
    this.keptRows = keptRows;
  }

  RequestComparison of(CheckedRow checked, Shot shot) {
    String name = Objects.requireNonNull(checked.provider());
    return new RequestComparison(checked, shot, providers.get(name).provider(), keptRows);
  }
}
