package dev.dailies.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One result of a task.
 *
 * @param number counts from 1
 * @param url where the provider offered it; may hold a signature
 * @param file its file; null until that is on disk
 * @param warning what a person should know of the file, or why there is none; null if there is
 *     nothing to say
 */
public record Output(
    int number, String url, @Nullable DeliveredFile file, @Nullable String warning) {

  /** One that there is nothing to say about. */
  public Output(int number, String url, @Nullable DeliveredFile file) {
    this(number, url, file, null);
  }

  /** The same with what came of its download. */
  public Output with(@Nullable DeliveredFile file, @Nullable String warning) {
    return new Output(number, url, file, warning);
  }
}
