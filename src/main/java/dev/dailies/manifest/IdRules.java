package dev.dailies.manifest;

import dev.dailies.files.ReservedNames;
import org.jspecify.annotations.Nullable;

/**
 * What may be an id: it names files on every system, and stands in URLs and on command lines. What
 * people write otherwise is made so.
 */
final class IdRules {

  private static final int LENGTH = 64;
  private static final int HASH_LENGTH = 12;
  private static final String FIX = "use up to %d characters".formatted(LENGTH);

  private IdRules() {}

  /** The row's id; of a row that has none, or none that can be used, a hash of its own columns. */
  static String read(Cells cells, String digest) {
    String written = cells.get("id");
    String id = written == null ? null : SafeId.of(written);
    if (id == null || !accepts(cells, id)) {
      return madeOf(digest);
    }
    if (written != null && !id.equals(written)) {
      cells.note(
          "id",
          "ids name files, and are made safe for that",
          DisplayText.text(written) + " is " + id);
    }
    return id;
  }

  /** The id of a row that has none. */
  static String madeOf(String digest) {
    return "shot-" + digest.substring(0, HASH_LENGTH);
  }

  private static boolean accepts(Cells cells, String id) {
    String message = objection(id);
    String reserved = message == null ? reserved(id) : null;
    if (message != null) {
      cells.error("id", message, FIX);
    } else if (reserved != null) {
      cells.error("id", reserved, "choose another, as in shot-" + id);
    }
    return message == null && reserved == null;
  }

  private static @Nullable String objection(String id) {
    return id.length() > LENGTH
        ? "the id is %d characters long, %d are allowed".formatted(id.length(), LENGTH)
        : null;
  }

  private static @Nullable String reserved(String id) {
    if (ReservedNames.isDevice(id)) {
      return "the id is the name of a device on Windows";
    }
    return ReservedNames.isOurs(id)
        ? "the id is the name of a file that Dailies itself writes"
        : null;
  }
}
