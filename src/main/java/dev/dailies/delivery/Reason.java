package dev.dailies.delivery;

/** Words for people: one short line, inert whatever a server or a file name put into it. */
final class Reason {

  private static final int MAX_LENGTH = 200;

  private Reason() {}

  static String of(Throwable failure) {
    if (failure instanceof InterruptedException) {
      return "interrupted";
    }
    String message = failure.getMessage();
    return oneLine(message == null ? failure.getClass().getSimpleName() : message);
  }

  static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
  }
}
