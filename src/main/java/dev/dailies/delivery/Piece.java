package dev.dailies.delivery;

import java.nio.ByteBuffer;

/** What a body had to offer when asked for more. */
sealed interface Piece {

  /** Some bytes. */
  record Bytes(ByteBuffer bytes) implements Piece {}

  /** The body is over. */
  record End() implements Piece {}

  /** Nothing came in the time given. */
  record Silence() implements Piece {}

  /** The connection failed, or the body is shorter than promised. */
  record Broken(Throwable cause) implements Piece {}
}
