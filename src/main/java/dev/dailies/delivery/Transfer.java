package dev.dailies.delivery;

import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The way of a body into a part, within the limits of a download. */
final class Transfer {

  private final Body body;
  private final DownloadSettings settings;

  Transfer(Body body, DownloadSettings settings) {
    this.body = body;
    this.settings = settings;
  }

  /**
   * Streams all of it.
   *
   * @param total how long the whole file is to be, if the server said
   * @return what went wrong; null if all of it arrived
   */
  @Nullable Fetched into(Part part, OptionalLong total, FreeSpace room) throws IOException {
    TransferLimits pace = new TransferLimits(settings);
    long start = part.size();
    Piece piece = body.next(pace.patience(0));
    while (piece instanceof Piece.Bytes bytes) {
      long size = part.size() + bytes.bytes().remaining();
      if (size > settings.maxSize().toBytes()) {
        return tooLarge(settings);
      }
      room.checkAt(size);
      part.write(bytes.bytes());
      piece = body.next(pace.patience(part.size() - start));
    }
    if (piece instanceof Piece.Broken broken) {
      return NetworkFailure.judge(broken.cause());
    }
    if (piece instanceof Piece.Silence) {
      return new Fetched.TryAgain(pace.complaint(part.size() - start), null);
    }
    return total.orElse(part.size()) == part.size()
        ? null
        : new Fetched.TryAgain("the body is shorter or longer than promised", null);
  }

  static Fetched tooLarge(DownloadSettings settings) {
    return new Fetched.NotAClip("larger than " + settings.maxSize().toBytes() + " bytes");
  }
}
