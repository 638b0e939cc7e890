package dev.dailies.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names a column may have. */
final class Columns {

  /** The names that users write, in the order in which the documentation gives them. */
  static final List<String> NAMES =
      List.of(
          "id",
          "prompt",
          "image",
          "video",
          "operation",
          "provider",
          "model",
          "duration",
          "ratio",
          "seed",
          "takes",
          "watermark",
          "style",
          "references");

  /** What leads the path of a provider's own field. */
  static final String OPTIONS = "options.";

  /** The job that wrote the file, in a failures.csv. */
  static final String JOB = "job";

  /** Why a row is in a failures.csv: for people, and no part of the row. */
  static final Set<String> REMARKS = Set.of("reason_code", "reason");

  /** What a row had more than the header, in a failures.csv: it waits for a person. */
  static final String SURPLUS = "surplus";

  private Columns() {}

  /** The name without what does not matter: case, surrounding spaces, what nobody sees. */
  static String canonical(String heading) {
    String name = Invisible.stripAll(heading);
    return name.regionMatches(true, 0, OPTIONS, 0, OPTIONS.length())
        ? OPTIONS + name.substring(OPTIONS.length())
        : name.toLowerCase(Locale.ROOT);
  }

  /** Whether the cells of a column are text, in which what nobody sees may mean something. */
  static boolean isText(String name) {
    return List.of("prompt", "style", SURPLUS).contains(name) || name.startsWith(OPTIONS);
  }

  /** Whether a canonical name is one that the manifest may have. */
  static boolean isKnown(String name) {
    return NAMES.contains(name)
        || name.equals(JOB)
        || name.equals(SURPLUS)
        || REMARKS.contains(name)
        || name.startsWith(OPTIONS);
  }
}
