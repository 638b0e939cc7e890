package dev.dailies.report.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.Charge;
import dev.dailies.ledger.TaskState;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MoneyTableTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant LATE = Instant.parse("2026-11-30T23:30:00Z");

  @Test
  void hasALineForEachAttemptByTheDayOfTheSettings() throws Exception {
    StringWriter text = new StringWriter();
    MoneyTable table = new MoneyTable(text, BERLIN);

    table.accept(charge(TaskState.DELIVERED, "0.32", "0.30", true));
    table.accept(charge(TaskState.REJECTED, "0.32", null, false));
    table.accept(charge(TaskState.IN_DOUBT, null, null, true));

    assertThat(text.toString().substring(1))
        .isEqualTo(
            """
            day,sent_at,task,attempt,provider,model,state,expected_usd,charged_usd,spent_usd,ticket
            2026-12-01,2026-11-30T23:30:00Z,cat,1,cometapi,gen3a_turbo,DELIVERED,0.32,0.30,0.30,t-1
            2026-12-01,2026-11-30T23:30:00Z,cat,1,cometapi,gen3a_turbo,REJECTED,0.32,,0.00,t-1
            2026-12-01,2026-11-30T23:30:00Z,cat,1,cometapi,gen3a_turbo,IN_DOUBT,,,,t-1
            """);
  }

  @Test
  void addsUpWhatMayHaveCostMoney() {
    SpendTable table = new SpendTable(BERLIN);

    table.accept(charge(TaskState.DELIVERED, "0.32", "0.30", true));
    table.accept(charge(TaskState.DELIVERED, "0.32", null, true));
    table.accept(charge(TaskState.DELIVERED, null, null, true));
    table.accept(charge(TaskState.REJECTED, "0.32", null, false));

    assertThat(table.lines())
        .isEqualTo(
            List.of(
                new SpendTable.Line(
                    LocalDate.parse("2026-12-01"),
                    "cometapi",
                    "gen3a_turbo",
                    "delivered",
                    3,
                    new BigDecimal("0.62"),
                    1)));
  }

  private static Charge charge(
      TaskState state, @Nullable String expected, @Nullable String charged, boolean counts) {
    return new Charge(
        "cat",
        state,
        1,
        "cometapi",
        "https://api.example.org",
        "gen3a_turbo",
        "t-1",
        LATE,
        expected == null ? null : new BigDecimal(expected),
        charged == null ? null : new BigDecimal(charged),
        counts,
        true,
        true);
  }
}
