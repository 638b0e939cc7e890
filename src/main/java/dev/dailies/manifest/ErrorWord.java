package dev.dailies.manifest;

import java.util.Set;
import java.util.regex.Pattern;

/** Knows what a spreadsheet or a script writes into a cell that it could not fill. */
final class ErrorWord {

  /** As in {@code #REF!} and {@code #NAME?}, in any language: {@code #¡VALOR!}, {@code #ИМЯ?}. */
  private static final Pattern MARKED = Pattern.compile("#[¡¿]?[\\p{Lu}\\p{Lo}_/0]+[!?]");

  /** LibreOffice's own, in any language: {@code Err:502}, {@code Fehler:502}. */
  private static final Pattern NUMBERED = Pattern.compile("\\p{Lu}\\p{L}{2,9}\\.?: ?5[0-9]{2}");

  /** A column that is too narrow, where it was copied from the screen. */
  private static final Pattern NARROW = Pattern.compile("#{2,}");

  /** "Not available" in many languages, and what bears no mark at its end. */
  private static final Set<String> UNMARKED =
      Set.of(
          "#N/A",
          "#NA",
          "#NV",
          "#N/D",
          "#N/B",
          "#N.D.",
          "#Н/Д",
          "#I/T",
          "#IT",
          "#YOK",
          "#HIÁNYZIK",
          "#NENÍ_K_DISPOZICI",
          "#NEDOSTUPNÝ",
          "#GETTING_DATA",
          "#BUSY",
          "#LOADING",
          "#ERROR",
          "Loading...",
          "#BRAK",
          "#PUUTTUU",
          "#SAKNAS",
          "#MANGLER",
          "#I/A",
          "#ND");

  /** What programs write for nothing. */
  private static final Set<String> NOTHING =
      Set.of("nan", "NaN", "None", "null", "NULL", "undefined", "[object Object]");

  private ErrorWord() {}

  /** True if the cell holds nothing else but a spreadsheet's word for an error. */
  static boolean is(String cell) {
    return UNMARKED.contains(cell)
        || MARKED.matcher(cell).matches()
        || NUMBERED.matcher(cell).matches()
        || NARROW.matcher(cell).matches();
  }

  /** True if the cell holds a program's word for no value, which is no text to send. */
  static boolean isNothing(String cell) {
    return NOTHING.contains(cell);
  }
}
