package dev.dailies.ledger;

import static dev.dailies.ledger.Stages.ANSWER;
import static dev.dailies.ledger.Stages.CAUSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.budget.Budget;
import dev.dailies.ledger.budget.Cap;
import dev.dailies.ledger.budget.Cap.Measure;
import dev.dailies.ledger.budget.Caps;
import dev.dailies.ledger.budget.OverBudgetException;
import dev.dailies.ledger.budget.Window;
import dev.dailies.provider.Price;
import dev.dailies.provider.Request;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What counts when, and that nothing gets past a cap. A task of these costs 0.25 dollars. */
class BudgetLedgerTest {

  private static final Instant EVENING = Instant.parse("2026-11-30T22:30:00Z");

  @TempDir Path folder;
  private TestLedger db;
  private Stages stages;
  private Instant now = EVENING;

  @BeforeEach
  void open() {
    db = TestLedger.empty(folder);
    stages = new Stages(db);
  }

  @AfterEach
  void close() throws Exception {
    db.close();
  }

  @Test
  void eightLanesNeverWriteOneIntentTooMany() throws Exception {
    Ledger ledger = under(cap(Window.TOTAL, "2.50"));
    List<Callable<Boolean>> lanes =
        IntStream.range(0, 40)
            .mapToObj(n -> stages.planned())
            .map(task -> (Callable<Boolean>) () -> mayBeSent(ledger, task))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      int sent = 0;
      for (Future<Boolean> lane : threads.invokeAll(lanes)) {
        sent += lane.get() ? 1 : 0;
      }
      assertThat(sent).isEqualTo(10);
      assertThat(attempts()).isEqualTo(10);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aNewProcessKnowsWhatWasSent() {
    Ledger ledger = under(cap(Window.TOTAL, "0.50"));
    assertThat(mayBeSent(ledger, stages.planned())).isTrue();
    assertThat(mayBeSent(ledger, stages.planned())).isTrue();

    assertThat(mayBeSent(under(cap(Window.TOTAL, "0.50")), stages.planned())).isFalse();
  }

  @Test
  void aRefusedIntentLeavesTheTaskPlanned() {
    Task task = stages.planned();

    assertThat(mayBeSent(under(cap(Window.TOTAL, "0.20")), task)).isFalse();

    assertThat(stages.again(task)).isEqualTo(task);
    assertThat(attempts()).isZero();
  }

  @Test
  void aDayBeginsAtMidnightOfItsZone() {
    Ledger utc = under(cap(Window.DAY, "0.25"));
    assertThat(mayBeSent(utc, stages.planned())).isTrue();
    assertThat(mayBeSent(utc, stages.planned())).isFalse();

    now = EVENING.plus(Duration.ofMinutes(45)); // In Berlin it is the next day.
    assertThat(mayBeSent(utc, stages.planned())).isFalse();
    assertThat(
            mayBeSent(under(ZoneId.of("Europe/Berlin"), cap(Window.DAY, "0.25")), stages.planned()))
        .isTrue();

    now = EVENING.plus(Duration.ofMinutes(95));
    assertThat(mayBeSent(utc, stages.planned())).isTrue();
  }

  @Test
  void aMonthBeginsOnItsFirstDay() {
    Ledger ledger = under(cap(Window.MONTH, "0.25"));
    assertThat(mayBeSent(ledger, stages.planned())).isTrue();
    now = EVENING.plus(Duration.ofMinutes(30));
    assertThat(mayBeSent(ledger, stages.planned())).isFalse();
    now = EVENING.plus(Duration.ofHours(2));
    assertThat(mayBeSent(ledger, stages.planned())).isTrue();
  }

  @Test
  void aRunCountsFromItsBegin() {
    Ledger before = under(cap(Window.RUN, "0.25"));
    assertThat(mayBeSent(before, stages.planned())).isTrue();
    now = EVENING.plus(Duration.ofMinutes(1));
    Instant begin = now;
    assertThat(mayBeSent(under(begin, cap(Window.RUN, "0.25")), stages.planned())).isTrue();
    assertThat(mayBeSent(under(EVENING, cap(Window.RUN, "0.50")), stages.planned())).isFalse();
  }

  @Test
  void aHigherPriceCountsAtOnce() {
    Ledger ledger = under(cap(Window.TOTAL, "1"));
    Task sent = ledger.intend(stages.planned(), "runway", Rows.REQUEST).task();
    ledger.submitted(sent, "a ticket", Price.usd("0.80"), ANSWER);

    assertThat(mayBeSent(ledger, stages.planned())).isFalse();
  }

  @Test
  void aLowerPriceMakesRoom() {
    Ledger ledger = under(cap(Window.TOTAL, "0.40"));
    Task sent = ledger.intend(stages.planned(), "runway", Rows.REQUEST).task();
    assertThat(mayBeSent(ledger, stages.planned())).isFalse();
    ledger.submitted(sent, "a ticket", Price.usd("0.10"), ANSWER);

    assertThat(mayBeSent(ledger, stages.planned())).isTrue();
  }

  @Test
  void aFailureCountsUnlessTheProviderSaysThatItIsFree() {
    Ledger ledger = under(cap(Window.TOTAL, "0.25"));
    Task sent = submitted(ledger, "one");
    Task failed = ledger.failed(sent, null, true, CAUSE);
    assertThat(mayBeSent(ledger, ledger.planAgain(failed, CAUSE))).isFalse();

    ledger = under(cap(Window.TOTAL, "0.50"));
    failed = ledger.failed(submitted(ledger, "two"), Price.usd("0"), true, CAUSE);
    assertThat(mayBeSent(ledger, ledger.planAgain(failed, CAUSE))).isTrue();
  }

  @Test
  void whatWasRefusedOrPutOffCountsForNothing() {
    Ledger ledger = under(cap(Window.TOTAL, "0.25"));
    ledger.refused(ledger.intend(stages.planned(), "runway", Rows.REQUEST).task(), CAUSE);
    ledger.putOff(ledger.intend(stages.planned(), "runway", Rows.REQUEST).task(), CAUSE);

    assertThat(mayBeSent(ledger, stages.planned())).isTrue();
  }

  @Test
  void aDoubtCountsUntilItIsSaidNotToBeThere() {
    Ledger ledger = under(cap(Window.TOTAL, "0.25"));
    Task doubt =
        ledger.doubted(ledger.intend(stages.planned(), "runway", Rows.REQUEST).task(), CAUSE);
    assertThat(mayBeSent(ledger, stages.planned())).isFalse();

    Task again = ledger.absent(doubt, new Cause(Cause.RESUBMITTED, "a person says", ANSWER));
    Task undone = ledger.undone(again);
    assertThat(mayBeSent(ledger, stages.planned())).isFalse();

    assertThat(mayBeSent(ledger, ledger.absent(undone, CAUSE))).isTrue();
    assertThat(mayBeSent(ledger, stages.planned())).isFalse();
  }

  @Test
  void aDoubtThatIsSentAgainUnseenOrGivenUpStillCounts() {
    Ledger ledger = under(cap(Window.TOTAL, "0.50"));
    Task doubt =
        ledger.doubted(ledger.intend(stages.planned(), "runway", Rows.REQUEST).task(), CAUSE);
    Task given =
        ledger.doubted(ledger.intend(stages.planned(), "runway", Rows.REQUEST).task(), CAUSE);
    ledger.cancelled(given, null, CAUSE);

    assertThat(mayBeSent(ledger, ledger.planAgain(doubt, CAUSE))).isFalse();
  }

  @Test
  void aPriceThatNobodyKnowsIsNotTakenForNothing() {
    Task old = db.ledger.intend(stages.planned(), "runway", Rows.unpriced()).task();
    Ledger ledger = under(cap(Window.TOTAL, "100"));

    assertThat(mayBeSent(ledger, stages.planned())).isFalse();
    ledger.submitted(old, "a ticket", Price.usd("0.80"), ANSWER);
    assertThat(mayBeSent(ledger, stages.planned())).isTrue();
    assertThat(mayBeSent(ledger, stages.planned(), Rows.unpriced())).isFalse();
  }

  @Test
  void whatIsFreeIsSentUnderAnyCapOfMoney() {
    Ledger ledger = under(cap(Window.TOTAL, "0"));

    assertThat(mayBeSent(ledger, stages.planned())).isFalse();
    assertThat(mayBeSent(ledger, stages.planned(), Rows.priced("0"))).isTrue();
  }

  private Task submitted(Ledger ledger, String ticket) {
    Task sent = ledger.intend(stages.planned(), "runway", Rows.REQUEST).task();
    return ledger.submitted(sent, ticket, null, ANSWER);
  }

  private static boolean mayBeSent(Ledger ledger, Task task) {
    return mayBeSent(ledger, task, Rows.REQUEST);
  }

  private static boolean mayBeSent(Ledger ledger, Task task, Request request) {
    try {
      ledger.intend(task, "runway", request);
      return true;
    } catch (OverBudgetException over) {
      return false;
    }
  }

  private long attempts() {
    return db.jdbc.sql("select count(*) from attempt").query(Long.class).single();
  }

  private static Cap cap(Window window, String usd) {
    return new Cap(null, window, Measure.USD, new BigDecimal(usd));
  }

  private Ledger under(Cap cap) {
    return under(ZoneOffset.UTC, EVENING, cap);
  }

  private Ledger under(ZoneId zone, Cap cap) {
    return under(zone, EVENING, cap);
  }

  private Ledger under(Instant runStart, Cap cap) {
    return under(ZoneOffset.UTC, runStart, cap);
  }

  private Ledger under(ZoneId zone, Instant runStart, Cap cap) {
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId other) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    Caps caps = new Caps(List.of(cap), zone, null, Map.of(), BigDecimal.ONE);
    Ledger ledger = new Ledger(db.jdbc, new JdbcTransactionManager(db.dataSource), clock);
    ledger.admittedBy(new Budget(db.jdbc, caps, () -> runStart, clock));
    return ledger;
  }
}
