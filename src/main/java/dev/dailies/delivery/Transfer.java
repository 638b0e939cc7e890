package dev.dailies.delivery;

import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Streams a body into a part, within the limits of a download. */
final class Transfer {

  private final Body body;
  private final DownloadSettings settings;

  Transfer(Body body, DownloadSettings settings) {
    this.body = body;
    this.settings = settings;
  }

  /**
   * Streams the whole body.
   *
   * @param total the length of the whole file, if the server said
   * @return what went wrong; null if all of it arrived
   */
  @Nullable Downloaded into(Part part, OptionalLong total, FreeSpace space) throws IOException {
    TransferLimits limits = new TransferLimits(settings);
    long start = part.size();
    Body.Piece piece = body.next(limits.patience(0));
    while (piece instanceof Body.Piece.Bytes bytes) {
      long size = part.size() + bytes.bytes().remaining();
      if (size > settings.maxSize().toBytes()) {
        return new Downloaded.NotAClip(tooLarge(settings), true);
      }
      space.checkAt(size);
      part.write(bytes.bytes());
      piece = body.next(limits.patience(part.size() - start));
    }
    if (piece instanceof Body.Piece.Broken broken) {
      return NetworkFailure.judge(broken.cause());
    }
    if (piece instanceof Body.Piece.TimedOut) {
      return new Downloaded.TryAgain(limits.complaint(part.size() - start), null);
    }
    return total.orElse(part.size()) == part.size()
        ? null
        : new Downloaded.TryAgain("the body is shorter or longer than promised", null);
  }

  static String tooLarge(DownloadSettings settings) {
    return "larger than " + settings.maxSize().toBytes() + " bytes";
  }

  /** Limits how long a download waits for its next bytes, counted from its start. */
  private static final class TransferLimits {

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
}
