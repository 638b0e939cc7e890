package dev.dailies.ledger.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the ledger holds at one moment, as lines of text: who must not open the files of a database
 * that is in use reads it into another one. Written within one transaction that sees one moment and
 * keeps nobody from writing; the rows are read piece by piece, so it takes no memory.
 */
public final class LedgerSnapshot {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int PIECE = 500;

  private final DataSource dataSource;

  /** Of an HSQLDB with the ledger's tables. */
  public LedgerSnapshot(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The first line of a table: its name, and those of its columns. */
  private record Head(String table, List<String> columns) {}

  /** Writes the whole ledger as it is now. */
  public void write(Writer out) throws IOException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      for (SnapshotTable table : SnapshotTable.ALL) {
        write(table, connection, out);
      }
      connection.rollback();
    } catch (SQLException failure) {
      throw new IOException("cannot read the ledger", failure);
    }
  }

  private static void write(SnapshotTable table, Connection connection, Writer out)
      throws SQLException, IOException {
    long last = table.last(connection);
    boolean isFirst = true;
    try (PreparedStatement piece = connection.prepareStatement(table.piece())) {
      for (long from = 0; from <= last; from += PIECE) {
        piece.setLong(1, from);
        piece.setLong(2, from + PIECE);
        try (ResultSet rows = piece.executeQuery()) {
          if (isFirst) {
            line(new Head(table.name(), columns(rows)), out);
            isFirst = false;
          }
          while (rows.next()) {
            line(cells(rows), out);
          }
        }
      }
    }
  }

  private static List<String> columns(ResultSet rows) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int n = 1; n <= rows.getMetaData().getColumnCount(); n++) {
      columns.add(rows.getMetaData().getColumnName(n));
    }
    return columns;
  }

  private static List<@Nullable String> cells(ResultSet row) throws SQLException {
    List<@Nullable String> cells = new ArrayList<>();
    for (int n = 1; n <= row.getMetaData().getColumnCount(); n++) {
      cells.add(row.getString(n));
    }
    return cells;
  }

  private static void line(Object line, Writer out) throws IOException {
    out.write(JSON.writeValueAsString(line));
    out.write('\n');
  }

  /** Fills the ledger, which is new and empty, with what was written. */
  public void read(Reader in) throws IOException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      fill(connection, new BufferedReader(in));
      for (SnapshotTable table : SnapshotTable.ALL) {
        table.countOn(connection);
      }
      connection.commit();
    } catch (SQLException failure) {
      throw new IOException("cannot fill the ledger", failure);
    }
  }

  private static void fill(Connection connection, BufferedReader in)
      throws SQLException, IOException {
    try (Statement nothing = connection.createStatement()) {
      nothing.execute("set database referential integrity false");
    }
    String line = in.readLine();
    while (line != null) {
      try (PreparedStatement insert = insert(JSON.readValue(line, Head.class), connection)) {
        int waiting = 0;
        line = in.readLine();
        while (line != null && line.startsWith("[")) {
          add(line, insert);
          waiting++;
          if (waiting % PIECE == 0) {
            insert.executeBatch();
          }
          line = in.readLine();
        }
        if (waiting % PIECE != 0) {
          insert.executeBatch();
        }
      }
    }
  }

  private static PreparedStatement insert(Head head, Connection connection) throws SQLException {
    return connection.prepareStatement(
        "insert into %s (%s) values (%s)"
            .formatted(
                head.table(),
                String.join(", ", head.columns()),
                Collections.nCopies(head.columns().size(), "?").stream()
                    .collect(Collectors.joining(", "))));
  }

  private static void add(String line, PreparedStatement insert) throws SQLException {
    @Nullable String[] cells = JSON.readValue(line, String[].class);
    for (int n = 0; n < cells.length; n++) {
      insert.setString(n + 1, cells[n]);
    }
    insert.addBatch();
  }
}
