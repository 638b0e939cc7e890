package dev.dailies.manifest.table;

import dev.dailies.manifest.Columns;
import dev.dailies.manifest.DisplayText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the columns that the headings of a manifest mean, and everything that is wrong with them.
 */
final class HeadingRules {

  /** What a clip is made from: where two columns could say it, none is guessed. */
  private static final List<String> INPUTS = List.of("image", "video", "references");

  private static final List<String> SAYING = List.of("prompt", "image", "video");

  private final List<String> headings;
  private final List<String> columns = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * @param headings as they are written, without blank ones at the end
   */
  HeadingRules(List<String> headings) {
    this.headings = headings;
    headings.forEach(heading -> columns.add(Columns.canonical(heading)));
    for (int i = 0; i < columns.size(); i++) {
      giveWay(i);
    }
    for (int i = 0; i < columns.size(); i++) {
      judge(i);
    }
    if (faults.isEmpty() && columns.stream().noneMatch(SAYING::contains)) {
      faults.add("no column says what to make; add prompt, image or video");
    }
  }

  /** Canonical names, in the file's order. */
  List<String> columns() {
    return List.copyOf(columns);
  }

  /** Everything that is wrong; empty if the columns can be used. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Another name beside our own one is a column of the user; so is a second one of one name. */
  private void giveWay(int i) {
    String column = columns.get(i);
    boolean isAlias = !Columns.isOwn(column) && !isWrittenSo(i);
    if (isAlias && hasOurName(column) && !INPUTS.contains(column)) {
      columns.set(i, written(i));
    }
    String now = columns.get(i);
    if (Columns.isOwn(now) && !now.isEmpty() && columns.indexOf(now) < i) {
      columns.set(i, now + " (column " + (i + 1) + ")");
    }
  }

  private boolean hasOurName(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).equals(column) && isWrittenSo(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWrittenSo(int i) {
    return written(i).toLowerCase(Locale.ROOT).equals(columns.get(i).toLowerCase(Locale.ROOT));
  }

  private String written(int i) {
    return Columns.written(headings.get(i));
  }

  private void judge(int i) {
    String name = columns.get(i);
    int first = columns.indexOf(name);
    if (name.isEmpty()) {
      faults.add("column " + (i + 1) + " has no name; name it or remove it");
    } else if (first < i) {
      faults.add(twice(first, i));
    } else if (Columns.isOwn(name)) {
      Columns.nearest(name)
          .ifPresent(
              near ->
                  faults.add(
                      "unknown column '%s'%s; did you mean '%s'?"
                          .formatted(DisplayText.text(name), place(i), near)));
    } else if (hasEmptyPart(name)) {
      faults.add("'" + name + "'" + place(i) + " has an empty part; write options.name");
    }
  }

  private String twice(int first, int second) {
    String name = columns.get(first);
    return isWrittenSo(first) && isWrittenSo(second)
        ? "duplicate column '" + name + "'" + place(second) + ", first at column " + (first + 1)
        : "'%s'%s and '%s'%s both mean %s; remove one, or give it a name of your own"
            .formatted(
                DisplayText.text(written(first)),
                place(first),
                DisplayText.text(written(second)),
                place(second),
                name);
  }

  private static String place(int i) {
    return " (column " + (i + 1) + ")";
  }

  private static boolean hasEmptyPart(String name) {
    return name.startsWith(Columns.OPTIONS)
        && List.of(name.split("\\.", -1)).stream().anyMatch(String::isBlank);
  }
}
