package dev.dailies.ledger;

import dev.dailies.provider.Price;
import dev.dailies.provider.Shot;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One take of a valid row, as a plan hands it to the ledger.
 *
 * @param line where the row starts in the manifest
 * @param provider the provider's name in the settings
 * @param digest of what the row's own columns mean
 * @param cells the row's own columns; their paths lead from the output folder
 * @param price what it is expected to cost; null if unknown
 * @param hasOwnColumns true if some of the cells are no part of what is asked for, and may change
 *     while the digest does not
 * @param comparison tells whether a row whose digest differs was edited
 */
public record PlannedRow(
    long line,
    String provider,
    String digest,
    Map<String, String> cells,
    Shot shot,
    @Nullable Price price,
    boolean hasOwnColumns,
    Comparison comparison) {

  /** A row that is compared by its digest alone. */
  public PlannedRow(
      long line,
      String provider,
      String digest,
      Map<String, String> cells,
      Shot shot,
      @Nullable Price price) {
    this(line, provider, digest, cells, shot, price, false, Comparison.BY_DIGEST);
  }

  /** The same as another take, in place of one that was turned down. */
  PlannedRow replacing(String name, int take) {
    Map<String, String> own = new LinkedHashMap<>(cells);
    own.put(Retakes.COLUMN, name);
    own.remove("takes");
    return new PlannedRow(
        line, provider, digest, own, shot.withTake(take), price, hasOwnColumns, comparison);
  }

  /**
   * The key of its task. Ids that differ only by case are one task, since many systems would keep
   * them in one file.
   */
  String key() {
    return TaskId.key(shot.id());
  }
}
