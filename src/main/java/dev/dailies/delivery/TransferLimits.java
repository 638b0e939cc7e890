package dev.dailies.delivery;

/** How long a download may still take for its next bytes, counted from its first. */
final class TransferLimits {

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final long idle;
  private final long minimumSpeed;
  private final long total;
  private final long start = System.nanoTime();

  TransferLimits(DownloadSettings settings) {
    idle = settings.idleTimeout().toNanos();
    minimumSpeed = settings.minimumSpeed().toBytes();
    total = settings.totalTimeout().toNanos();
  }

  /** In nanoseconds; 0 or less if the server was too slow all in all, or took too long. */
  long patience(long received) {
    return Math.min(Math.min(idle, total - elapsed()), spare(received));
  }

  /** What to say of a server that let the patience run out. */
  String complaint(long received) {
    if (elapsed() >= total) {
      return "not done within " + total / NANOS_PER_SECOND + " s";
    }
    return spare(received) <= 0
        ? "slower than " + minimumSpeed + " bytes a second"
        : "nothing came for " + idle / 1_000_000 + " ms";
  }

  private long spare(long received) {
    long allowed = idle + (long) ((double) received * NANOS_PER_SECOND / minimumSpeed);
    return allowed - elapsed();
  }

  private long elapsed() {
    return System.nanoTime() - start;
  }
}
