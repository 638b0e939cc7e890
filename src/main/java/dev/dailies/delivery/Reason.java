package dev.dailies.delivery;

import dev.dailies.text.PlainText;

/** Says what failed, for people: one short line, whatever a server or a file name put into it. */
final class Reason {

  private static final int MAX_LENGTH = 200;

  private Reason() {}

  static String of(Throwable failure) {
    if (failure instanceof InterruptedException) {
      return "interrupted";
    }
    String message = failure.getMessage();
    return PlainText.oneLine(
        message == null ? failure.getClass().getSimpleName() : message, MAX_LENGTH);
  }
}
