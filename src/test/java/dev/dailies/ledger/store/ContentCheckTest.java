package dev.dailies.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dailies.ledger.FreshLedger;
import dev.dailies.ledger.Stages;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TestLedger;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lost sector takes out of a row, done by SQL. */
@ExtendWith(FreshLedger.class)
class ContentCheckTest {

  private final TestLedger db;

  ContentCheckTest(TestLedger db) {
    this.db = db;
  }

  @BeforeEach
  void leaveATaskInEachState() {
    assumeTrue(TestLedger.isHsqldb());
    Stages stages = new Stages(db);
    Arrays.stream(TaskState.values()).forEach(stages::in);
    db.jdbc.sql("update task set digest = repeat('a', 64)").update();
  }

  @Test
  void findsNothingWhereNothingIsLost() {
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update task set digest = repeat('a', 63) || char(0) where state = 'DELIVERED'",
        "update task set digest = '' where state = 'DELIVERED'",
        "update task set shot_id = 'shot' || char(0) where state = 'DELIVERED'",
        "update task set shot_key = 'shot' || char(0) where state = 'DELIVERED'",
        "update task set state = 'SUB' || char(0) where state = 'SUBMITTED'",
        "update task set attempts = 2 where state = 'SUBMITTED'",
        "update attempt set ticket = null where ticket = 'ticket of shot-3'",
        "update attempt set ticket = '' where ticket = 'ticket of shot-3'",
        "update attempt set accepted_at = null where task_id"
            + " = (select id from task where state = 'DELIVERED')",
        "update attempt set base_url = 'https://' || char(0) where ticket = 'ticket of shot-3'"
      })
  void refusesWhatCannotBe(String harm) {
    db.jdbc.sql(harm).update();

    assertThatThrownBy(this::check)
        .isInstanceOf(UntrustedLedgerException.class)
        .hasMessageContaining("1 of its rows");
  }

  /** SQL takes such a value out of no row; a lost sector does. */
  @Test
  void knowsWhatNoRowMayLack() {
    assertThat(check("task").requiredColumns())
        .contains("ID", "SHOT_KEY", "STATE", "DIGEST", "CELLS")
        .doesNotContain("PROVIDER", "PRICE", "REASON_CODE");
  }

  private void check() {
    LedgerDatabase.PRECIOUS.forEach(table -> check(table).check());
  }

  private ContentCheck check(String table) {
    return new ContentCheck(
        db.jdbc, table, Stream.of(TaskState.values()).map(TaskState::name).toList());
  }
}
