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
   * @param warning what a person should know of it; null if there is nothing
   */
  record Saved(
      String fileName, long bytes, String sha256, String mediaType, @Nullable String warning)
      implements Downloaded {

    /** A file that there is nothing to say about. */
    public Saved(String fileName, long bytes, String sha256, String mediaType) {
      this(fileName, bytes, sha256, mediaType, null);
    }
  }

  /** The server refuses the link: the task may have a fresh one. */
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
   * This answer is no clip: it is whole but no media file, or larger than any that is kept; the
   * link leads where nothing is downloaded from; or another file already has the final name. A
   * gateway's page may come once, and the clip the next time.
   *
   * @param needsAPerson true if no other try would fare better before a person has acted
   */
  record NotAClip(String reason, boolean needsAPerson) implements Downloaded {

    /** One that another try may fare better than. */
    public NotAClip(String reason) {
      this(reason, false);
    }
  }

  /** The disk does not take files: no other download would fare better. */
  record StorageFailed(String reason, IOException cause) implements Downloaded {

    /** True if there is too little room. */
    public boolean isFull() {
      String said = String.valueOf(cause.getMessage());
      return cause instanceof DiskFullException || said.contains("No space left on device");
    }
  }
}
