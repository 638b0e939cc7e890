package dev.dailies.report;

import static dev.dailies.report.FilledLedger.row;
import static dev.dailies.report.FilledLedger.shot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.Cause;
import dev.dailies.ledger.PlannedRow;
import dev.dailies.ledger.RejectedRow;
import dev.dailies.ledger.Task;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Price;
import dev.dailies.report.RunFacts.CommandLine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the page tells a person to do, and whether that is paid. */
class RemediesTest {

  private static final Cause SAFETY = new Cause("SAFETY.INPUT.TEXT", "turned down", Evidence.NONE);
  private static final Cause BUSY = new Cause("INTERNAL", "busy", Evidence.NONE);

  @AutoClose private final FilledLedger ledger = new FilledLedger();

  /** One task that may be repeated, one that was turned down, one that is lost and one refused. */
  private void troubles(@Nullable Price price) {
    ledger.plan(
        List.of(
            at(price, 2, "busy"), at(price, 3, "kiss"), at(price, 4, "gone"), at(price, 5, "b")));
    failed("busy", BUSY, true, null);
    failed("kiss", SAFETY, false, null);
    ledger.ledger.lost(ledger.submitted(ledger.task("gone")), Cause.because("404"));
    ledger.ledger.refused(ledger.intended(ledger.task("b")), Cause.because("too long"));
  }

  private static PlannedRow at(@Nullable Price price, long line, String id) {
    return new PlannedRow(
        line,
        "comfyui",
        "digest-" + id,
        new TreeMap<>(Map.of("id", id)),
        shot(id, 1, "A " + id),
        price);
  }

  private void failed(String id, Cause cause, boolean retryable, @Nullable Price charged) {
    Task sent = ledger.submitted(ledger.task(id));
    ledger.ledger.failed(sent, charged, retryable, cause);
  }

  private List<Remedy> remedies() {
    Remedies remedies = new Remedies(new CommandLine("dailies", "out"));
    ledger.queries.forEach(
        view -> {
          Entry entry = new Entry(view);
          if (Kind.of(entry.state()) == Kind.FAILED) {
            remedies.add(entry, () -> TroubleCard.of(entry, Written.FACTS));
          }
        });
    return remedies.list(shots -> RowTakes.of(ledger.queries, shots));
  }

  @Test
  void saysNothingOfMoneyAtAServerOfOnesOwn() {
    troubles(Price.usd("0"));

    assertThat(remedies())
        .hasSize(4)
        .allSatisfy(
            remedy ->
                assertThat(remedy.text())
                    .doesNotContainPattern("(?i)\\bpa(y|id)|free|charged|[{}]")
                    .endsWith("."));
  }

  @Test
  void saysThatItIsPaidWhereNobodyKnowsThePrice() {
    troubles(null);

    assertThat(remedies().subList(0, 3))
        .allSatisfy(remedy -> assertThat(remedy.text()).containsPattern("\\bpaid\\b"));
  }

  @Test
  void whatFailedWithoutChargeIsPaidWhenItIsSentAgain() {
    ledger.plan(List.of(row(2, shot("busy", 1, "p"))));
    failed("busy", BUSY, true, Price.usd("0"));

    assertThat(remedies())
        .singleElement()
        .satisfies(remedy -> assertThat(remedy.text()).contains("it is paid once more"))
        .satisfies(remedy -> assertThat(remedy.note()).isEqualTo("about $0.25"));
  }

  @Test
  void aRowToCorrectIsPaidOnceItIsSent() {
    ledger.plan(List.of(), new RejectedRow(2, "d", Map.of("id", "a"), "the prompt is blank"));

    assertThat(remedies())
        .singleElement()
        .satisfies(remedy -> assertThat(remedy.what()).isEqualTo("row to correct"))
        .satisfies(remedy -> assertThat(remedy.text()).endsWith("then run. What is sent is paid."));
  }

  @Test
  void everyTakeOfAnEditedRowIsCountedWithItsPrice() {
    ledger.plan(List.of(row(2, shot("kiss", 1, "p")), row(2, shot("kiss", 2, "p"))));
    failed("kiss", SAFETY, false, Price.usd("0"));
    ledger.submitted(ledger.task("kiss@2"));

    assertThat(remedies())
        .singleElement()
        .satisfies(
            remedy ->
                assertThat(remedy.text())
                    .endsWith("then run: its 2 takes are made again, about $0.50."));
  }

  @Test
  void whatWasGivenUpIsToBeDecidedAndNotToBeCorrected() {
    ledger.plan(List.of(row(2, shot("a", 1, "p"))));
    Task doubt = ledger.ledger.doubted(ledger.intended(ledger.task("a")), Cause.because("reset"));
    ledger.ledger.cancelled(doubt, null, Cause.because("a person"));

    assertThat(remedies())
        .singleElement()
        .satisfies(remedy -> assertThat(remedy.what()).isEqualTo("to decide"))
        .satisfies(
            remedy -> assertThat(remedy.command()).isEqualTo("dailies retry out --class=other"));
  }
}
