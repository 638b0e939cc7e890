package dev.dailies.ledger;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.ledger.Ledger.Intent;
import dev.dailies.ledger.store.UntrustedLedgerException;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Price;
import dev.dailies.provider.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What the journal knows and the ledger has forgotten. */
@ExtendWith(FreshLedger.class)
class JournalRecoveryTest {

  private static final Request REQUEST =
      new Request("https://example.org", "/v1/x", "m", "{}", Price.usd("0.32"));

  private final Path folder;
  private final TestLedger db;
  private Journal journal;

  JournalRecoveryTest(@TempDir Path folder, TestLedger db) {
    this.folder = folder;
    this.db = db;
    this.journal = new Journal(folder.resolve("journal"), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void doubtsWhatTheLedgerTakesForPlanned() {
    Task planned = new Stages(db).planned();
    AttemptId forgotten = sent(planned);

    assertThat(journalRecovery().restoreLostSubmissions()).isEqualTo(1);

    Task doubtful = db.task(planned.shotId());
    assertThat(doubtful.state()).isEqualTo(IN_DOUBT);
    assertThat(doubtful.attempts()).isEqualTo(1);
    assertThat(db.open.doubt(doubtful.id()).orElseThrow().id()).isEqualTo(forgotten);
    assertThat(db.queries.money().inDoubt().usd()).isEqualByComparingTo("0.32");
    assertThat(journalRecovery().restoreLostSubmissions()).as("once").isZero();
  }

  @Test
  void takesUpATicket() {
    Task planned = new Stages(db).planned();
    journal.accepted(sent(planned), "t-1");
    journalRecovery().restoreLostSubmissions();

    journalRecovery().adoptKnownTickets();

    assertThat(db.task(planned.shotId()).state()).isEqualTo(SUBMITTED);
  }

  @Test
  void knowsWhatWasNeverTaken() {
    Task planned = new Stages(db).planned();
    journal.putOff(sent(planned));

    assertThat(journalRecovery().restoreLostSubmissions()).isZero();
    assertThat(db.task(planned.shotId())).isEqualTo(planned);
  }

  @Test
  void trustsNoLedgerThatHasAClipWithoutItsAttempt() {
    Task delivered = new Stages(db).in(DELIVERED);
    sent(delivered);

    assertThatThrownBy(() -> journalRecovery().restoreLostSubmissions())
        .isInstanceOf(UntrustedLedgerException.class)
        .hasMessageContaining(delivered.name());
  }

  @Test
  void passesOverALineThatWasNeverFinished() throws IOException {
    Task planned = new Stages(db).planned();
    journal.close();
    Files.write(folder.resolve("journal"), "{\"attempt\":\"ab".getBytes(UTF_8), APPEND);
    journal = new Journal(folder.resolve("journal"), Clock.systemUTC());
    sent(planned);

    assertThat(journalRecovery().restoreLostSubmissions()).isEqualTo(1);
  }

  private AttemptId sent(Task task) {
    AttemptId id = AttemptId.random();
    journal.sent(new Intent(task, id), "cometapi", REQUEST);
    return id;
  }

  private JournalRecovery journalRecovery() {
    return new JournalRecovery(
        journal,
        db.jdbc,
        new JdbcTransactionManager(db.dataSource),
        db.open,
        db.ledger,
        Clock.systemUTC());
  }
}
