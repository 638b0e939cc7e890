package dev.dailies.report;

import static dev.dailies.report.FilledLedger.mp4;
import static dev.dailies.report.FilledLedger.row;
import static dev.dailies.report.FilledLedger.shot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.Picks.Pick;
import dev.dailies.ledger.Picks.Word;
import dev.dailies.report.money.Spend;
import dev.dailies.report.money.SpendTable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What reports say of money is what the ledger has, whichever way it is added up. */
class MoneyPartTest {

  @AutoClose private final FilledLedger ledger = new FilledLedger();
  @TempDir private Path folder;

  private Spend spend(List<Pick> picks) {
    SpendTable table = new SpendTable(ZoneOffset.UTC);
    ledger.charges.forEach(table);
    return table.spend(picks);
  }

  @Test
  void addsUpToWhatTheLedgerSays() {
    MoneyNight.fill(ledger);
    Money money = ledger.queries.money();

    Spend spend = spend(List.of());

    assertThat(plain(spend.certain())).isEqualTo(plain(money.spent()));
    assertThat(plain(spend.inDoubt().cost()))
        .isEqualTo(plain(money.inDoubt().plus(money.settledDoubts())));
    for (List<Spend.Row> rows : List.of(spend.models(), spend.outcomes(), spend.days())) {
      assertThat(rows.stream().mapToLong(row -> row.share().attempts()).sum()).isEqualTo(9);
      assertThat(rows.stream().map(row -> row.share().cost()).reduce((a, b) -> a.plus(b)))
          .contains(spend.all().cost());
    }
  }

  private static Cost plain(Cost cost) {
    return new Cost(cost.usd().stripTrailingZeros(), cost.unpriced());
  }

  @Test
  void tellsTheMoneyThatBroughtNoClip() {
    MoneyNight.fill(ledger);

    JsonNode money = Written.by(ledger, folder).summary().get("money");

    // 0.10 for what failed, 0.125 for the attempt that was sent again.
    assertThat(money.get("no_clip").decimalValue()).isEqualByComparingTo("0.225");
    assertThat(money.get("kept_clips").asLong()).isZero();
    assertThat(money.get("per_kept_clip").isNull()).isTrue();
  }

  @Test
  void namesWhatHasBecomeOfEachAttempt() {
    MoneyNight.fill(ledger);

    assertThat(Written.by(ledger, folder).text("money.csv").lines().skip(1))
        .extracting(line -> line.split(",", -1)[2] + " " + line.split(",", -1)[6])
        .containsExactlyInAnyOrder(
            "clip DELIVERED",
            "other DELIVERED",
            "third DELIVERED",
            "again SENT_AGAIN",
            "again DELIVERED",
            "failed FAILED",
            "doubt IN_DOUBT",
            "given-up SETTLED_DOUBT",
            "unpriced SUBMITTED",
            "refused REJECTED");
  }

  @Test
  void dividesEverythingByTheClipsThatAreKept() {
    ledger.plan(List.of(row(2, shot("a", 1, "p")), row(3, shot("b", 1, "p"))));
    ledger.delivered(ledger.task("a"), mp4("a.mp4"));
    ledger.delivered(ledger.task("b"), mp4("b.mp4"));
    Pick kept = new Pick("a", Word.KEEP, Instant.EPOCH);
    Pick rejected = new Pick("b", Word.REJECT, Instant.EPOCH);

    assertThat(spend(List.of(kept, rejected)).perKeptClip().orElseThrow())
        .isEqualByComparingTo("1.00");
    assertThat(spend(List.of(rejected)).perKeptClip()).isEmpty();
  }

  @Test
  void neverWritesAnUnknownPriceAsZero() {
    MoneyNight.fill(ledger);

    assertThat(Written.by(ledger, folder).page())
        .contains("<td>1</td><td></td><td>1 unknown</td>", "plus 1 of unknown price")
        .doesNotContain("$0.00");
  }

  @Test
  void saysNothingOfMoneyWhereNothingWasSentAndNothingIsCapped() {
    ledger.plan(List.of(row(2, shot("a", 1, "p"))));

    assertThat(Written.by(ledger, folder).page()).doesNotContain("<summary>Money</summary>");
    assertThat(Written.by(ledger, folder, Written.FACTS.verdict(), MoneyNight.CAPS).page())
        .contains("<summary>Money</summary>", "<b>$2.60</b> of $3.00 today");
  }
}
