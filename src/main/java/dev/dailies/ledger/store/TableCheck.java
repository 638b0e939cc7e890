package dev.dailies.ledger.store;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks that an HSQLDB table is complete. Its {@code perform check} walks each index through the
 * data file and answers with lines: the number of rows of the table and of each index, and any
 * error.
 */
final class TableCheck {

  private static final Pattern COUNT = Pattern.compile("(?:readable )?rows \\d+");

  private final JdbcClient jdbc;
  private final String table;

  TableCheck(JdbcClient jdbc, String table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  /**
   * Reads the whole table.
   *
   * @throws UntrustedLedgerException if a row cannot be read, or is missing from one of the indexes
   */
  void check() {
    List<String> found =
        jdbc.sql("perform check table " + table + " index")
            .query((row, number) -> row.getString("INFO").strip())
            .list();
    if (found.stream().anyMatch(line -> !COUNT.matcher(line).matches()) || differ(found)) {
      throw new UntrustedLedgerException(
          "its table %s is harmed (%s)".formatted(table, String.join(", ", found)));
    }
  }

  private static boolean differ(List<String> counts) {
    return counts.stream().map(count -> count.replace("readable ", "")).distinct().count() > 1;
  }
}
