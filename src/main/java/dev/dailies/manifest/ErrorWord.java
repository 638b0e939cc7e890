package dev.dailies.manifest;

import java.util.Set;
import java.util.regex.Pattern;

/** Knows what a spreadsheet or a script writes into a cell that it could not fill. */
final class ErrorWord {

  /** As in {@code #REF!} and {@code #NAME?}, in any language: {@code #¡VALOR!}, {@code #ИМЯ?}. */
  private static final Pattern MARKED = Pattern.compile("#[¡¿]?[\\p{Lu}\\p{Lo}_/0]+[!?]");

  /**
   * LibreOffice's own, in any language, with the spaces and the colons of its people: {@code
   * Err:502}, {@code Fehler:502}, {@code Err :502}, {@code エラー:502}.
   */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:\\p{Lu}\\p{L}{2,9}|[\\p{Lo}ー]{2,6})\\.?[ \u00a0\u202f]?[:\uff1a]"
              + "[ \u00a0\u202f]?5[0-9]{2}");

  /** Where a feed has no value, with what it says more: {@code #N/A N/A}, {@code #N/A Review}. */
  private static final Pattern NOT_AVAILABLE = Pattern.compile("(?i:#N/A)( .{1,40})?");

  /** What a sheet on the web shows until it has a value, where it was copied from the screen. */
  private static final Pattern LOADING =
      Pattern.compile(
          "(?:Loading|Wird geladen|Chargement(?: en cours)?|Cargando|Carregando|A carregar"
              + "|Caricamento(?: in corso)?|Laden|Ładowanie|Загрузка|読み込み中|正在加载|載入中)"
              + " ?(?:\\.\\.\\.|\u2026)");

  /** A column that is too narrow, where it was copied from the screen. */
  private static final Pattern NARROW = Pattern.compile("#{2,}");

  /** "Not available" in many languages, and what bears no mark at its end. */
  private static final Set<String> UNMARKED =
      Set.of(
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
          "#BRAK",
          "#PUUTTUU",
          "#SAKNAS",
          "#MANGLER",
          "#I/A",
          "#ND",
          "#VALUE",
          "#REF",
          "#NAME",
          "#DIV/0",
          "#NUM",
          "#NULL",
          "#NULL#");

  /** What programs write for nothing, and nobody else: Java, JavaScript, pandas, databases. */
  private static final Pattern OF_A_PROGRAM =
      Pattern.compile(
          "NaT|NULL|Null|<NA>|undefined|\\\\N|\\((?i:null|none)\\)|<(?i:null|none|nil)>"
              + "|\\[object \\p{L}+]");

  /** What is a word of people and of providers as well, but says nothing that could be made. */
  private static final Pattern NOTHING =
      Pattern.compile("(?i:nan|none|null|nil|undefined|n/a|n\\.a\\.)|NA");

  private ErrorWord() {}

  /** True if the cell holds nothing else but a spreadsheet's word for an error. */
  static boolean is(String cell) {
    return UNMARKED.contains(cell)
        || MARKED.matcher(cell).matches()
        || NUMBERED.matcher(cell).matches()
        || NOT_AVAILABLE.matcher(cell).matches()
        || LOADING.matcher(cell).matches()
        || NARROW.matcher(cell).matches();
  }

  /** True if a prompt says nothing: it holds a word for no value, and no other. */
  static boolean isNothing(String prompt) {
    return NOTHING.matcher(prompt).matches() || isNothingOfAProgram(prompt);
  }

  /** True if the cell holds what only a program writes for no value. */
  static boolean isNothingOfAProgram(String cell) {
    return OF_A_PROGRAM.matcher(cell).matches();
  }
}
