package dev.dailies.delivery;

import java.nio.ByteBuffer;
import java.util.List;

/** What a body had to offer when asked for more. */
sealed interface Piece {

  /** Some bytes, in order. */
  record Bytes(List<ByteBuffer> buffers) implements Piece {

    long count() {
      return buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    }
  }

  /** The body is over. */
  record End() implements Piece {}

  /** Nothing came in the time given. */
  record Silence() implements Piece {}

  /** The connection failed, or the body is shorter than promised. */
  record Broken(Throwable cause) implements Piece {}
}
