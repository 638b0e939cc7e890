package dev.dailies.job.run;

import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static dev.dailies.ledger.TaskState.SUBMITTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendLimitTest {

  @Test
  void whatWasSentCountsAndWhatWasPutOffDoesNot() {
    SendLimit limit = new SendLimit(3);
    limit.note(PLANNED, SUBMITTING);
    limit.note(SUBMITTING, SUBMITTED);
    limit.note(PLANNED, SUBMITTING);
    limit.note(SUBMITTING, IN_DOUBT);
    limit.note(PLANNED, SUBMITTING);
    assertThat(limit.left(9, List.of())).isZero();

    limit.note(SUBMITTING, PLANNED);

    assertThat(limit.left(9, List.of())).isEqualTo(1);
    assertThat(limit.left(0, List.of())).isZero();
  }

  @Test
  void withoutALimitAllIsSentUntilTheRunStops() {
    SendLimit all = new SendLimit(null);

    assertThat(all.left(9, List.of())).isEqualTo(9);
    assertThat(all.left(9, List.of(StopReason.of(Kind.INTERRUPTED, "stopped")))).isZero();
  }
}
