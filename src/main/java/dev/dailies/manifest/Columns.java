package dev.dailies.manifest;

import dev.dailies.text.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names a column may have. Any other column is the user's own: kept, shown, and never sent. */
public final class Columns {

  /** The names that users write, in the order in which the documentation gives them. */
  public static final List<String> NAMES =
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
  public static final String OPTIONS = "options.";

  /** The job that wrote the file, in a failures.csv. */
  static final String JOB = "job";

  /** Why a row is in a failures.csv: for people, and no part of the row. */
  public static final Set<String> REMARKS = Set.of("reason_code", "reason");

  /** The takes that a row wants new ones for, in a rejects.csv: it asks for one for each. */
  static final String REPLACES = "replaces";

  /** What a row had more than the header, in a failures.csv: it waits for a person. */
  public static final String SURPLUS = "surplus";

  private static final Set<String> KNOWN =
      Stream.of(NAMES, List.of(JOB, REPLACES, SURPLUS), REMARKS)
          .flatMap(Collection::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Columns() {}

  /**
   * What a heading means: one of our names without what does not matter, which is case, surrounding
   * spaces and what nobody sees; else what it is another name for; else the user's own name, as it
   * is written.
   */
  public static String canonical(String heading) {
    String name = written(heading);
    if (name.regionMatches(true, 0, OPTIONS, 0, OPTIONS.length())) {
      return OPTIONS + name.substring(OPTIONS.length());
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return isKnown(lower) ? lower : ColumnAliases.meaning(name).orElse(name);
  }

  /** A heading on one line, without what nobody sees at its ends. */
  public static String written(String heading) {
    return SPACES.matcher(Invisible.stripAll(heading)).replaceAll(" ");
  }

  /** True for a column that is the user's own: no part of what a row asks for. */
  public static boolean isOwn(String name) {
    return !isKnown(name);
  }

  /**
   * Our name or another one for it that a heading was perhaps meant to be; empty if none is near.
   */
  public static Optional<String> nearest(String heading) {
    String squeezed = ColumnAliases.squeezed(heading);
    if (ColumnAliases.all().contains(squeezed)) {
      return Optional.empty();
    }
    return Stream.concat(NAMES.stream(), ColumnAliases.all().stream().sorted())
        .filter(name -> NearestName.isSlip(squeezed, name))
        .findFirst()
        .map(name -> NAMES.contains(name) ? name : ColumnAliases.written(name));
  }

  /** Whether the cells of a column are text, in which what nobody sees may mean something. */
  public static boolean isText(String name) {
    return List.of("prompt", "style", SURPLUS).contains(name) || name.startsWith(OPTIONS);
  }

  /** Whether a canonical name is one that the manifest may have. */
  public static boolean isKnown(String name) {
    return KNOWN.contains(name) || name.startsWith(OPTIONS);
  }
}
