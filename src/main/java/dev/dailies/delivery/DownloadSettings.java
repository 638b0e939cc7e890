package dev.dailies.delivery;

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
 *     aside; so no download lasts for ever
 */
public record DownloadSettings(
    @DefaultValue("4") int concurrency,
    @DefaultValue("60s") Duration idleTimeout,
    @DefaultValue("2GB") DataSize maxSize,
    @DefaultValue("16KB") DataSize minimumSpeed) {

  public DownloadSettings {
    if (concurrency < 1) {
      throw new IllegalArgumentException("concurrency must be 1 or more, was " + concurrency);
    }
    if (idleTimeout.isNegative() || idleTimeout.isZero()) {
      throw new IllegalArgumentException("idle-timeout must be longer than 0, was " + idleTimeout);
    }
    positive("max-size", maxSize);
    positive("minimum-speed", minimumSpeed);
  }

  private static void positive(String name, DataSize value) {
    if (value.toBytes() < 1) {
      throw new IllegalArgumentException(name + " must be 1 byte or more, was " + value);
    }
  }
}
