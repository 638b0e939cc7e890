package dev.dailies.ledger;

import dev.dailies.ledger.JournalPages.Known;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Restores to the ledger what only the journal knows: requests that were sent, and their tickets.
 * The ledger can have lost them if it was restored from a copy, if its files were damaged, or if
 * the disk failed at that moment. Restored tasks are in doubt, and are never sent as if they were
 * new.
 */
public class JournalRecovery {

  /**
   * How much of the journal's end is read: more than all submissions that fit into HSQLDB's log of
   * 10 MB, and so all that a replay can lose.
   */
  private static final long END = 4_000_000;

  private static final int AT_ONCE = 500;
  private static final Logger log = LoggerFactory.getLogger(JournalRecovery.class);
  private final Journal journal;
  private final JdbcClient jdbc;
  private final AttemptRestore restore;
  private final OpenTasks tasks;
  private final Ledger ledger;

  public JournalRecovery(
      Journal journal,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      OpenTasks tasks,
      Ledger ledger,
      Clock clock) {
    this.journal = journal;
    this.jdbc = jdbc;
    this.restore = new AttemptRestore(jdbc, transactions, clock);
    this.tasks = tasks;
    this.ledger = ledger;
  }

  /**
   * True if the journal has submissions that the ledger does not know, and the ledger has no plan:
   * they were made from another ledger.
   */
  public boolean isOfAnotherLedger() {
    return jdbc.sql("select count(*) from plan").query(Long.class).single() == 0
        && !unknownOf(JournalPages.last(journal.file(), END)).isEmpty();
  }

  /** Restores the submissions that the ledger has lost, and returns how many there were. */
  public int restoreLostSubmissions() {
    List<Known> unknown = unknownOf(JournalPages.last(journal.file(), END));
    if (!unknown.isEmpty()) {
      unknown = unknownOf(JournalPages.last(journal.file(), Long.MAX_VALUE));
      log.warn("the ledger has forgotten {} submissions that the journal knows", unknown.size());
      unknown.forEach(restore::restore);
    }
    return unknown.size();
  }

  /** Adopts the tickets of tasks in doubt whose answers came but never reached the ledger. */
  public void adoptKnownTickets() {
    List<Task> inDoubt = tasks.in(TaskState.IN_DOUBT);
    Map<String, Known> known =
        inDoubt.isEmpty() ? Map.of() : JournalPages.last(journal.file(), END);
    for (Task task : known.isEmpty() ? List.<Task>of() : inDoubt) {
      tasks
          .doubt(task.id())
          .map(doubt -> known.get(doubt.id().value()))
          .filter(attempt -> attempt.ticket() != null)
          .ifPresent(attempt -> adopt(task, String.valueOf(attempt.ticket())));
    }
  }

  private void adopt(Task task, String ticket) {
    try {
      ledger.adopted(task, ticket, Cause.because("its ticket was in the journal"));
    } catch (TicketTakenException taken) {
      log.warn("{} stays in doubt: {}", task.name(), taken.getMessage());
    }
  }

  private List<Known> unknownOf(Map<String, Known> attempts) {
    List<Known> all = new ArrayList<>(attempts.values());
    List<Known> unknown = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Known> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      Set<String> found = inLedger(some);
      some.stream().filter(known -> !found.contains(known.attempt())).forEach(unknown::add);
    }
    return unknown;
  }

  private Set<String> inLedger(Collection<Known> attempts) {
    return jdbc.sql("select id from attempt where id in (:ids)")
        .param("ids", attempts.stream().map(Known::attempt).toList())
        .query(String.class)
        .set();
  }
}
