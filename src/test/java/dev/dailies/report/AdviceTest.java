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

    assertThat(Advice.told(text, true))
        .doesNotContainPattern("(?i)\\bpa(y|id)|charge|free|cost|[{}]")
        .doesNotContain("  ", " .", ",,")
        .endsWith(".");
    assertThat(Advice.told(text, false)).containsPattern("\\bpa(y|id)").doesNotContain("{", "}");
  }

  @Test
  void takesOutWhatStandsInBraces() {
    String text = "It is sent{, and paid,} once more{, which is $3}.";

    assertThat(Advice.told(text, true)).isEqualTo("It is sent once more.");
    assertThat(Advice.told(text, false)).isEqualTo("It is sent, and paid, once more, which is $3.");
  }
}
