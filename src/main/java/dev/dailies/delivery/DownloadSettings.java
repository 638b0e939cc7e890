package dev.dailies.delivery;

import dev.dailies.text.SettingText;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of a download, below {@code dailies.download}.
 *
 * @param concurrency downloads at once
 * @param idleTimeout the longest silence of a server, before its answer and between two bytes of it
 * @param maxSize the largest file that is kept
 * @param minimumSpeed bytes a second that a server must keep up on average, {@code idleTimeout}
 *     aside; so every download ends
 * @param totalTimeout the longest that one answer may take, however fast it is
 * @param keepFree how much of the disk is left to the ledger
 * @param patience for how long a run comes back to a file that was refused, or was no clip
 */
public record DownloadSettings(
    @DefaultValue("4") int concurrency,
    @DefaultValue("60s") Duration idleTimeout,
    @DefaultValue("2GB") DataSize maxSize,
    @DefaultValue("16KB") DataSize minimumSpeed,
    @DefaultValue("6h") Duration totalTimeout,
    @DefaultValue("500MB") DataSize keepFree,
    @DefaultValue("5m") Duration patience) {

  public DownloadSettings {
    if (concurrency < 1) {
      throw new IllegalArgumentException("concurrency must be 1 or more, was " + concurrency);
    }
    positive("idle-timeout", idleTimeout);
    positive("total-timeout", totalTimeout);
    positive("patience", patience);
    positive("max-size", maxSize);
    positive("minimum-speed", minimumSpeed);
    if (keepFree.isNegative()) {
      throw new IllegalArgumentException(
          "keep-free must be 0 bytes or more, was " + SettingText.ofBytes(keepFree.toBytes()));
    }
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          name + " must be longer than 0, was " + SettingText.of(value));
    }
  }

  private static void positive(String name, DataSize value) {
    if (value.toBytes() < 1) {
      throw new IllegalArgumentException(
          name + " must be 1 byte or more, was " + SettingText.ofBytes(value.toBytes()));
    }
  }
}
