package dev.dailies.ledger;

import dev.dailies.provider.Price;
import dev.dailies.provider.Shot;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One take of a valid row, as a plan hands it to the ledger.
 *
 * @param line where the row starts in the manifest
 * @param provider the provider's name in the settings
 * @param digest of the row's own columns; a row whose digest differs was edited
 * @param cells the row's own columns; their paths lead from the output folder
 * @param price what it is expected to cost; null if unknown
 */
public record PlannedRow(
    long line,
    String provider,
    String digest,
    Map<String, String> cells,
    Shot shot,
    @Nullable Price price) {

  /**
   * The key of its task. Ids that differ only by case are one task, since many systems would keep
   * them in one file.
   */
  String key() {
    return shot.id().toLowerCase(Locale.ROOT);
  }
}
