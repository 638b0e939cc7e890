package dev.dailies.text;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What spreadsheets need in order to show text as it is. */
public final class CsvText {

  /** Without it Excel takes UTF-8 for the character set of the country. */
  private static final char BYTE_ORDER_MARK = '\ufeff';

  /**
   * Where a spreadsheet might begin to calculate: at the start of a cell, and behind what separates
   * cells and rows where the comma does not, since quotes mean nothing there but at a start. It
   * takes full-width signs for the narrow ones.
   */
  private static final Pattern FORMULA =
      Pattern.compile("(^|[;\t\r\n])([ \u00a0\"]*)(?=[=+\\-@\uff1d\uff0b\uff0d\uff20]|\t|\r)");

  private CsvText() {}

  /** Begins a table for spreadsheets. */
  public static CSVPrinter printer(Writer writer, CSVFormat format) throws IOException {
    writer.write(BYTE_ORDER_MARK);
    return new CSVPrinter(writer, format);
  }

  /** The text, with an apostrophe wherever a spreadsheet might calculate. */
  public static String inert(String text) {
    return FORMULA.matcher(text).replaceAll("$1$2'");
  }
}
