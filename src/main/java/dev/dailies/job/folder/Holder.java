package dev.dailies.job.folder;

import dev.dailies.text.Times;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The process that holds an output folder, as its lock file says.
 *
 * @param who as in {@code process 15337 on vm}; empty if the file says nothing
 * @param since when it was started; null if nobody knows
 */
public record Holder(String who, @Nullable Instant since) {

  private static final Pattern WRITTEN = Pattern.compile("(.*?)(?:, started (\\S+))?");

  static Holder read(String written) {
    Matcher parts = WRITTEN.matcher(written);
    return parts.matches()
        ? new Holder(parts.group(1), instant(parts.group(2)))
        : new Holder(written, null);
  }

  private static @Nullable Instant instant(@Nullable String written) {
    try {
      return written == null ? null : Instant.parse(written);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  /** As in {@code Running since 17:37 (process 15337 on vm).} */
  public String running(Instant now) {
    return "Running"
        + (since == null ? "" : " since " + Times.near(since, now))
        + (who.isEmpty() ? "" : " (" + who + ")")
        + ".";
  }

  /** As in {@code process 15337 on vm, since 17:37}. */
  public String told(Instant now) {
    return who + (since == null ? "" : ", since " + Times.near(since, now));
  }
}
