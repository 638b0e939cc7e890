package dev.dailies.job.deliver;

import dev.dailies.media.Footage;
import dev.dailies.media.MediaReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A keeper in the other folder.
 *
 * @param name of its file there
 * @param seconds as it says itself, else as it was asked for; null if nobody says
 * @param footage what there is to count of it
 */
record HandedClip(
    String name, Keeper keeper, @Nullable BigDecimal seconds, Optional<Footage> footage) {

  static HandedClip read(String name, Keeper keeper, Path file) {
    BigDecimal told = MediaReader.read(file).seconds();
    Integer asked = isVideo(keeper) ? keeper.shot().duration() : null;
    return new HandedClip(
        name,
        keeper,
        told == null ? (asked == null ? null : BigDecimal.valueOf(asked)) : told,
        Footage.of(file));
  }

  boolean isVideo() {
    return isVideo(keeper);
  }

  private static boolean isVideo(Keeper keeper) {
    return keeper.file().mediaType().startsWith("video/");
  }

  /** As people write it, as in {@code 5} and {@code 5.04}; empty if it is unknown. */
  String secondsShown() {
    return seconds == null ? "" : seconds.stripTrailingZeros().toPlainString();
  }
}
