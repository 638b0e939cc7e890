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
 * Checks that the rows of an HSQLDB table have possible values. A lost sector of a disk leaves a
 * row in its place, but with zeros in it: in a key that is no longer found, in a digest that makes
 * the row look edited, or in a ticket that nobody would poll.
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
   * @param states the names of all states of a task
   */
  ContentCheck(JdbcClient jdbc, String table, List<String> states) {
    this.jdbc = jdbc;
    this.table = table;
    this.states = states;
  }

  /**
   * Conditions that no sound row of the table meets, besides lacking a column that all rows have.
   */
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
   * Reads the whole table.
   *
   * @throws UntrustedLedgerException if a row has an impossible value
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
   * The columns that no row may lack, read from the description of an empty result: HSQLDB rebuilds
   * its schema views for every query, which slows a start noticeably.
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
