package dev.dailies.ledger;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What the files of tasks are called, without their extensions. A name is decided once and kept for
 * ever: settings may change, files that are there keep their names.
 */
public class ClipNames {

  private final JdbcClient jdbc;
  private final OwnTransaction transaction;

  public ClipNames(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new OwnTransaction(transactions);
  }

  /** What was decided for an output of a task; empty if nothing was yet. */
  public Optional<String> of(Task task, int output) {
    return jdbc.sql("select stem from clip_name where task_id = ? and output_number = ?")
        .params(task.id(), output)
        .query(String.class)
        .optional();
  }

  /**
   * Decides for the first of the names that no other file has, on no system: names that differ in
   * case or in Unicode form alone are the same on some.
   *
   * @param wishes the best first; endless, or with one at the end that nobody else can have
   */
  public synchronized String decide(Task task, int output, Stream<String> wishes) {
    AtomicReference<String> decided = new AtomicReference<>();
    transaction.run(() -> decided.set(keep(task, output, wishes)));
    return Objects.requireNonNull(decided.get());
  }

  private String keep(Task task, int output, Stream<String> wishes) {
    String stem = wishes.filter(this::isFree).findFirst().orElseThrow();
    jdbc.sql("insert into clip_name (task_id, output_number, stem, stem_key) values (?, ?, ?, ?)")
        .params(task.id(), output, stem, key(stem))
        .update();
    return stem;
  }

  private boolean isFree(String stem) {
    return jdbc.sql("select count(*) from clip_name where stem_key = ?")
            .param(key(stem))
            .query(Long.class)
            .single()
        == 0;
  }

  /** Upper case first: that is where Windows and others compare, and ß becomes SS. */
  private static String key(String stem) {
    String folded =
        Normalizer.normalize(stem, Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Form.NFKC);
  }
}
