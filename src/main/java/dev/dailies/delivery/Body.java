package dev.dailies.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/**
 * The body of an answer, taken piece by piece by a thread that waits no longer than it wants to.
 */
final class Body implements AutoCloseable {

  private static final int MOST_AT_ONCE = 64 * 1024;

  private final Unpacked content;
  private final ExchangeTimeout timeout;
  private final byte[] buffer = new byte[MOST_AT_ONCE];
  private boolean over;

  Body(Unpacked content, ExchangeTimeout timeout) {
    this.content = content;
    this.timeout = timeout;
  }

  /**
   * Waits for the next bytes; {@link Piece.TimedOut} if none come. A piece is gone when the next is
   * asked for.
   */
  Piece next(long nanos) {
    if (nanos <= 0) {
      return new Piece.TimedOut();
    }
    timeout.waiting(nanos);
    try {
      int count = content.read(buffer);
      if (count >= 0) {
        return new Piece.Bytes(ByteBuffer.wrap(buffer, 0, count));
      }
      // Over TLS a connection that was cut may look like one that has come to its end.
      over = !timeout.wasCut();
      return over ? new Piece.End() : failed(new ClosedChannelException());
    } catch (IOException failure) {
      return failed(failure);
    } finally {
      timeout.busy();
    }
  }

  /** True if the bytes themselves prove that all of them came, once they are read. */
  boolean isChecked() {
    return content.isChecked();
  }

  private Piece failed(IOException failure) {
    if (Thread.currentThread().isInterrupted()) {
      return new Piece.Broken(new InterruptedException());
    }
    return timeout.wasTooLong() ? new Piece.TimedOut() : new Piece.Broken(failure);
  }

  /** Ends the connection, unless the body is over. */
  @Override
  public void close() {
    timeout.close();
    if (!over) {
      timeout.cut();
    }
  }

  /** What a body had to offer when asked for more. */
  sealed interface Piece {

    /** Some bytes. */
    record Bytes(ByteBuffer bytes) implements Piece {}

    /** The body is over. */
    record End() implements Piece {}

    /** Nothing came in the time given. */
    record TimedOut() implements Piece {}

    /** The connection failed, or the body is shorter than promised. */
    record Broken(Throwable cause) implements Piece {}
  }
}
