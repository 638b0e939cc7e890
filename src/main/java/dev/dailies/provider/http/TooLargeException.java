package dev.dailies.provider.http;

import java.io.IOException;

/** An answer that is not read to its end, since it is larger than any that is meant. */
final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * @param most the largest that is read, in bytes
   */
  TooLargeException(long most) {
    super("an answer of more than " + most + " bytes");
  }

  TooLargeException(String what) {
    super(what);
  }
}
