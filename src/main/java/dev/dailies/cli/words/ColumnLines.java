package dev.dailies.cli.words;

import java.io.PrintWriter;
import java.util.List;

/** Prints lines of cells below each other: words on the left, numbers on the right. */
final class ColumnLines {

  private ColumnLines() {}

  /**
   * @param lines with equally many cells; the first names the columns
   * @param names how many columns are words
   */
  static void print(List<List<String>> lines, int names, PrintWriter out) {
    int columns = lines.get(0).size();
    int[] widths = new int[columns];
    lines.forEach(
        line -> {
          for (int column = 0; column < columns; column++) {
            widths[column] = Math.max(widths[column], line.get(column).length());
          }
        });
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        String cell = line.get(column);
        String space = " ".repeat(widths[column] - cell.length());
        text.append("  ").append(column < names ? cell + space : space + cell);
      }
      out.println(text.toString().stripTrailing());
    }
  }
}
