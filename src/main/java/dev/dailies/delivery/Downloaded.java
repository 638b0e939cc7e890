package dev.dailies.delivery;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The result of downloading one file. Reasons hold no URL. */
public sealed interface Downloaded {

  /**
   * The file is whole and durable under its final name.
   *
   * @param fileName within the folder
   * @param sha256 64 lower-case hexadecimal digits
   * @param mediaType by its leading bytes, as in {@code video/mp4}
   */
  record Saved(String fileName, long bytes, String sha256, String mediaType)
      implements Downloaded {}

  /** The link is no longer good: the task may have a fresh one. */
  record Expired(int status, String reason) implements Downloaded {}

  /**
   * The same link may work later.
   *
   * @param retryAfter how long the server asks to wait; null if it does not say
   * @param gained how many bytes more are here, to go on from; 0 if the next try starts over
   */
  record TryAgain(String reason, @Nullable Duration retryAfter, long gained) implements Downloaded {

    /** One that leaves no part. */
    public TryAgain(String reason, @Nullable Duration retryAfter) {
      this(reason, retryAfter, 0);
    }
  }

  /**
   * All of the answer came, and the file in it is empty or ends early. Another try may bring all of
   * it, and costs nothing.
   */
  record Incomplete(String reason) implements Downloaded {}

  /**
   * This link cannot become this clip: the answer is whole but no media file or too large, the link
   * leads where nothing is downloaded from, or another file already has the final name.
   */
  record NotAClip(String reason) implements Downloaded {}

  /** The disk does not take files: no other download would fare better. */
  record StorageFailed(String reason, IOException cause) implements Downloaded {}
}
