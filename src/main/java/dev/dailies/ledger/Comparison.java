package dev.dailies.ledger;

import dev.dailies.provider.Shot;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares a row with what the ledger has kept of its take, where their digests differ. Asked only
 * then, and for a row that is new: most rows of most plans are as they were.
 */
public interface Comparison {

  /** Knows nothing but digests: of any other digest is any other request. */
  Comparison BY_DIGEST =
      new Comparison() {
        @Override
        public @Nullable String request() {
          return null;
        }

        @Override
        public boolean isSame(Kept kept) {
          return false;
        }
      };

  /** The digest of what would be sent for the row, under whatever id; null if nobody can say. */
  @Nullable String request();

  /** True if the row asks for the same as was kept, under whatever settings. */
  boolean isSame(Kept kept);

  /**
   * What a task keeps of its row.
   *
   * @param digest of the row; of an earlier Dailies it is made otherwise
   * @param cells their paths lead from the output folder
   * @param shot null if the row is unknown
   */
  record Kept(
      @Nullable String provider, String digest, Map<String, String> cells, @Nullable Shot shot) {}
}
