package dev.dailies.report;

/** Keeps spreadsheets from taking a text for a formula. */
final class SpreadsheetCell {

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private SpreadsheetCell() {}

  /** The text, behind an apostrophe if a spreadsheet might calculate it. */
  static String inert(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
