package dev.dailies.ledger;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  private static final String STATES =
      Arrays.stream(TaskState.values())
          .map(state -> "'" + state + "'")
          .collect(Collectors.joining(", "));

  private static final String ITS_ATTEMPT =
      "exists (select 1 from attempt a where a.task_id = r.id and a.attempt_number = r.attempts";

  /** What no row of a table can be, besides lacking what all rows have. */
  private static final Map<String, List<String>> IMPOSSIBLE =
      Map.of(
          "task",
          List.of(
              "r.state not in (" + STATES + ")",
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
                  + " and a.accepted_at is not null)"),
          "attempt",
          List.of(hasZeroes("r.id"), hasZeroes("r.base_url"), hasZeroes("r.route")));

  private final JdbcClient jdbc;
  private final String table;

  ContentCheck(JdbcClient jdbc, String table) {
    this.jdbc = jdbc;
    this.table = table;
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
                requiredColumns().stream().map(column -> "r." + column + " is null"),
                IMPOSSIBLE.getOrDefault(table, List.of()).stream())
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
