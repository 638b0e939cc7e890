package dev.dailies.ledger.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the rows of a table of HSQLDB say what they can say. A sector that a disk has lost leaves
 * the row where it was, and zeroes in it: a key that is not found any more, a digest that makes the
 * row look edited, a ticket that nobody would ask about.
 */
final class ContentCheck {

  private static final String ITS_ATTEMPT =
      "exists (select 1 from attempt a where a.task_id = r.id and a.attempt_number = r.attempts";

  private static final List<String> IMPOSSIBLE_ATTEMPTS =
      List.of(hasZeroes("r.id"), hasZeroes("r.base_url"), hasZeroes("r.route"));

  private static final List<String> IMPOSSIBLE_TASKS =
      List.of(
          "not regexp_matches(r.digest, '[0-9a-f]{64}')",
          hasZeroes("r.shot_id"),
          hasZeroes("r.shot_key"),
          "not exists (select 1 from task s where s.shot_key = r.shot_key and s.take = r.take"
              + " and s.revision = r.revision)",
          "r.attempts > 0 and not " + ITS_ATTEMPT + ")",
          "r.state in ('SUBMITTED', 'LOST') and not " + ITS_ATTEMPT + " and a.ticket <> '')",
          "r.state in ('SUBMITTED', 'LOST', 'SUCCEEDED', 'UNDELIVERED', 'DELIVERED', 'FAILED')"
              + " and not "
              + ITS_ATTEMPT
              + " and a.accepted_at is not null)");

  private final JdbcClient jdbc;
  private final String table;
  private final List<String> states;

  /**
   * @param states what a task's state may be
   */
  ContentCheck(JdbcClient jdbc, String table, List<String> states) {
    this.jdbc = jdbc;
    this.table = table;
    this.states = states;
  }

  /** What no row of the table can be, besides lacking what all rows have. */
  private Stream<String> impossible() {
    return switch (table) {
      case "task" -> Stream.concat(Stream.of(hasUnknownState()), IMPOSSIBLE_TASKS.stream());
      case "attempt" -> IMPOSSIBLE_ATTEMPTS.stream();
      default -> Stream.empty();
    };
  }

  private String hasUnknownState() {
    return states.stream().collect(Collectors.joining("', '", "r.state not in ('", "')"));
  }

  private static String hasZeroes(String column) {
    return "position(char(0) in " + column + ") > 0";
  }

  /**
   * Reads all of it.
   *
   * @throws UntrustedLedgerException if a row says what it cannot say
   */
  void check() {
    String impossible =
        Stream.concat(
                requiredColumns().stream().map(column -> "r." + column + " is null"), impossible())
            .map(condition -> "(" + condition + ")")
            .collect(Collectors.joining(" or "));
    long harmed =
        jdbc.sql("select count(*) from " + table + " r where " + impossible)
            .query(Long.class)
            .single();
    if (harmed > 0) {
      throw new UntrustedLedgerException(
          "its table %s is harmed (%d of its rows say what they cannot)".formatted(table, harmed));
    }
  }

  /**
   * The columns that no row may lack, by an empty result's own description: HSQLDB makes its views
   * of the schema anew when they are asked, which a start can be seen to wait for.
   */
  List<String> requiredColumns() {
    return Objects.requireNonNull(
        jdbc.sql("select * from " + table + " where 1 = 0").query(ContentCheck::required));
  }

  private static List<String> required(ResultSet none) throws SQLException {
    ResultSetMetaData columns = none.getMetaData();
    List<String> required = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      if (columns.isNullable(column) == ResultSetMetaData.columnNoNulls) {
        required.add(columns.getColumnName(column));
      }
    }
    return required;
  }
}
