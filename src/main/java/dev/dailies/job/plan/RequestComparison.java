package dev.dailies.job.plan;

import dev.dailies.files.Sha256;
import dev.dailies.ledger.Comparison;
import dev.dailies.manifest.CheckedRow;
import dev.dailies.manifest.ComparableShot;
import dev.dailies.manifest.Row;
import dev.dailies.provider.Provider;
import dev.dailies.provider.Shot;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a row would send with what was sent, or would be for what was kept. Both are
 * written by one adapter under today's settings, so settings, defaults and versions make no edit.
 */
final class RequestComparison implements Comparison {

  private final CheckedRow checked;
  private final Shot shot;
  private final Provider provider;
  private final KeptRows keptRows;
  private @Nullable String draft;

  RequestComparison(CheckedRow checked, Shot shot, Provider provider, KeptRows keptRows) {
    this.checked = checked;
    this.shot = shot;
    this.provider = provider;
    this.keptRows = keptRows;
  }

  @Override
  public String request() {
    return request(draft());
  }

  /** The same as an earlier Dailies made it, which knew fewer signatures. */
  String earlierRequest() {
    return request(
        provider.draft(ComparableShot.of(shot, keptRows.earlierMeanings(checked.row()))));
  }

  private String request(String draft) {
    return Sha256.of(checked.provider() + "\n" + draft);
  }

  @Override
  public boolean isSame(Kept kept) {
    Row row = keptRows.row(kept);
    SortedMap<String, String> meanings = keptRows.meanings(row);
    if (!keptRows.isAsItWas(row, kept)) {
      return keptRows.wasCalledSo(checked.row(), kept);
    }
    return kept.shot() == null
        ? keptRows.wasCalledSo(checked.row(), kept)
        : (meanings.equals(checked.meanings()) || isSame(kept, meanings));
  }

  private boolean isSame(Kept kept, SortedMap<String, String> meanings) {
    return kept.shot() != null
        && Objects.equals(kept.provider(), checked.provider())
        && draft().equals(provider.draft(ComparableShot.of(kept.shot(), meanings)));
  }

  private String draft() {
    if (draft == null) {
      draft = provider.draft(ComparableShot.of(shot, checked.meanings()));
    }
    return draft;
  }
}
