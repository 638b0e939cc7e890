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
 * The names of the files of tasks, without their extensions. A name is decided once and never
 * changes: when settings change, existing files keep their names.
 */
public class ClipNames {

  private final JdbcClient jdbc;
  private final OwnTransaction transaction;

  public ClipNames(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new OwnTransaction(transactions);
  }

  /** The name that was decided for an output of a task; empty if none was. */
  public Optional<String> of(Task task, int output) {
    return jdbc.sql("select stem from clip_name where task_id = ? and output_number = ?")
        .params(task.id(), output)
        .query(String.class)
        .optional();
  }

  /** True if a file of another revision of the task's take has a name. */
  public boolean hasAnotherRevision(Task task) {
    return jdbc.sql(
                "select count(*) from task t join clip_name c on c.task_id = t.id"
                    + " where t.shot_key = ? and t.take = ? and t.revision <> ?")
            .params(task.key(), task.take(), task.revision())
            .query(Long.class)
            .single()
        > 0;
  }

  /**
   * Chooses and keeps the first name that no other file has. Names that differ only in case or
   * Unicode form count as the same, since some file systems take them so.
   *
   * @param wishes the best first; endless, or with a last one that no other output can have
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

  /** Goes by way of upper case, in which Windows and others compare: there ß is SS. */
  static String key(String stem) {
    String folded =
        Normalizer.normalize(stem, Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Form.NFKC);
  }
}
