package dev.dailies.delivery;

/** How long a download may still take for its next bytes, counted from its first. */
final class Pace {

  private static final double NANOS = 1e9;

  private final long idle;
  private final long minimumSpeed;
  private final long start = System.nanoTime();

  Pace(DownloadSettings settings) {
    idle = settings.idleTimeout().toNanos();
    minimumSpeed = settings.minimumSpeed().toBytes();
  }

  /** In nanoseconds; 0 or less if the server was too slow all in all. */
  long patience(long received) {
    return Math.min(idle, spare(received));
  }

  /** What to say of a server that let the patience run out. */
  String complaint(long received) {
    return spare(received) <= 0
        ? "slower than " + minimumSpeed + " bytes a second"
        : "nothing came for " + idle / 1_000_000 + " ms";
  }

  private long spare(long received) {
    long allowed = idle + (long) (received * NANOS / minimumSpeed);
    return allowed - (System.nanoTime() - start);
  }
}
