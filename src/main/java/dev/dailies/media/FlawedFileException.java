package dev.dailies.media;

/** A media file is not whole. The message says what is wrong with it. */
final class FlawedFileException extends Exception {

  FlawedFileException(String flaw) {
    super(flaw);
  }
}
