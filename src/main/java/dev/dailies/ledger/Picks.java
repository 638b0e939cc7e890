package dev.dailies.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What people have said of takes, in whatever browser: the newest word for each of them counts. */
public class Picks {

  private final JdbcClient jdbc;
  private final OwnTransaction transaction;

  public Picks(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new OwnTransaction(transactions);
  }

  /** What may be said of a take. */
  public enum Word {
    KEEP,
    REJECT,
    /** It was kept or rejected, and that was taken back. */
    NONE
  }

  /**
   * What was said of a take.
   *
   * @param task its name
   * @param at when it was said
   */
  public record Pick(String task, Word word, Instant at) {

    /** True for a keeper. */
    public boolean isKept() {
      return word == Word.KEEP;
    }
  }

  /**
   * What came of picks that were handed over.
   *
   * @param taken how many are news
   * @param known how many say what is known, or were said before it
   * @param strange of takes that are not here
   */
  public record Merged(int taken, int known, List<String> strange) {}

  /** All picks, by the names of their tasks. */
  public Map<String, Pick> all() {
    return all(jdbc);
  }

  static Map<String, Pick> all(JdbcClient jdbc) {
    return jdbc
        .sql("select task, pick, picked_at from pick order by task")
        .query(Picks::read)
        .list()
        .stream()
        .collect(Collectors.toMap(Pick::task, Function.identity()));
  }

  /** Takes over what is newer than what is known, all at once. */
  public Merged merge(Collection<Pick> picks) {
    Map<String, Pick> known = all();
    List<Pick> here = picks.stream().filter(this::isHere).toList();
    List<Pick> news = here.stream().filter(pick -> isNews(pick, known.get(pick.task()))).toList();
    transaction.run(() -> news.forEach(this::write));
    List<String> strange =
        picks.stream().filter(pick -> !here.contains(pick)).map(Pick::task).toList();
    return new Merged(news.size(), here.size() - news.size(), strange);
  }

  private static boolean isNews(Pick pick, @Nullable Pick known) {
    return known == null || (pick.at().isAfter(known.at()) && pick.word() != known.word());
  }

  private boolean isHere(Pick pick) {
    return TaskId.of(pick.task())
        .flatMap(id -> TaskRows.find(jdbc, id.key(), id.takeOrFirst(), id.revisionOrFirst()))
        .isPresent();
  }

  private void write(Pick pick) {
    jdbc.sql("delete from pick where task = ?").param(pick.task()).update();
    jdbc.sql("insert into pick (task, pick, picked_at) values (?, ?, ?)")
        .params(
            pick.task(), pick.word().name(), OffsetDateTime.ofInstant(pick.at(), ZoneOffset.UTC))
        .update();
  }

  private static Pick read(ResultSet row, int number) throws SQLException {
    return new Pick(
        row.getString("task"),
        Word.valueOf(row.getString("pick")),
        AttemptRows.instant(row, "picked_at").orElseThrow());
  }
}
