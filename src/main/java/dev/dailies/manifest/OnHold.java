package dev.dailies.manifest;

import java.util.Locale;
import java.util.Set;

/**
 * Points out rows that a person has marked as not to be made, in a column of their own: Dailies
 * reads no such column, and a clip that nobody wanted would be paid.
 */
final class OnHold {

  private static final Set<String> COLUMNS =
      Set.of("status", "state", "stage", "approval", "approved", "send", "make", "go");

  private static final Set<String> WORDS =
      Set.of(
          "hold",
          "on hold",
          "paused",
          "omit",
          "omitted",
          "skip",
          "skipped",
          "cut",
          "dropped",
          "killed",
          "cancelled",
          "canceled",
          "do not send",
          "do not make",
          "no",
          "not approved",
          "n/a");

  private OnHold() {}

  /** Warns of every cell of such a column that says so. */
  static void warn(Cells cells) {
    cells
        .all()
        .forEach(
            (column, value) -> {
              if (Columns.isOwn(column)
                  && COLUMNS.contains(plain(column))
                  && WORDS.contains(plain(value))) {
                cells.warning(
                    column,
                    value,
                    "Dailies does not read this column, so the row is sent",
                    "take the row out of the list if it is not to be made");
              }
            });
  }

  private static String plain(String text) {
    return Invisible.stripAll(text).toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
  }
}
