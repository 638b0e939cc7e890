package dev.dailies.media;

/** A media file is not whole. The message says what is wrong with it. */
public final class FlawedFileException extends Exception {

  /** Says what is missing, or out of its place. */
  public FlawedFileException(String flaw) {
    super(flaw);
  }
}
