package dev.dailies.manifest;

import dev.dailies.files.ReservedNames;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be an id: it names files on every system, and stands in URLs and on command lines. */
final class IdRules {

  private static final int LENGTH = 64;
  private static final int HASH_LENGTH = 12;
  private static final String FIX =
      "use up to 64 letters A-Z a-z, digits and . _ - with a letter or digit first";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+");

  private IdRules() {}

  /** The row's id; of a row that has none, or none that can be used, a hash of its own columns. */
  static String read(Cells cells, String digest) {
    String id = cells.get("id");
    return id != null && accepts(cells, id) ? id : madeOf(digest);
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
    if (!PLAIN.matcher(id).matches()) {
      return "the id holds " + describe(firstStrange(id));
    }
    if (!Character.isLetterOrDigit(id.charAt(0))) {
      return "the id begins with '" + id.charAt(0) + "'";
    }
    if (id.length() > LENGTH) {
      return "the id is %d characters long, %d are allowed".formatted(id.length(), LENGTH);
    }
    return id.endsWith(".") ? "the id ends with a dot, which Windows drops" : null;
  }

  private static @Nullable String reserved(String id) {
    if (ReservedNames.isDevice(id)) {
      return "the id is the name of a device on Windows";
    }
    return ReservedNames.isOurs(id)
        ? "the id is the name of a file that Dailies itself writes"
        : null;
  }

  private static int firstStrange(String id) {
    return id.codePoints()
        .filter(c -> !PLAIN.matcher(Character.toString(c)).matches())
        .findFirst()
        .orElseThrow();
  }

  private static String describe(int codePoint) {
    return switch (codePoint) {
      case '/', '\\' -> "'" + Character.toString(codePoint) + "', which separates folders";
      case ' ' -> "a space";
      default ->
          codePoint > ' ' && codePoint < 0x7F
              ? "'" + Character.toString(codePoint) + "'"
              : DisplayText.codePoint(codePoint);
    };
  }
}
