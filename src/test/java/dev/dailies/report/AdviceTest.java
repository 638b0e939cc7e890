package dev.dailies.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.FailureClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At a server of one's own nobody speaks of paying. */
class AdviceTest {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNDELIVERED")
  void saysNothingOfMoneyWhereThereIsNone(FailureClass failureClass) {
    String text = Advice.onFailure(failureClass, "run", "retry").text();

    assertThat(Advice.withoutMoney(text))
        .doesNotContainPattern("(?i)\\bpa(y|id)|charge|free|cost")
        .doesNotContain("  ", " .", ",,")
        .endsWith(".");
  }

  @Test
  void saysItIsMadeAndNotThatItIsPaid() {
    assertThat(
            Advice.withoutMoney(
                "It was generated and is paid for. Fetch it again, which is free. To have it made"
                    + " again, and paid again, use redo."))
        .isEqualTo("It was generated. Fetch it again. To have it made again, use redo.");
  }
}
