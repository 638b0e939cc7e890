package dev.dailies.job.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.job.JobContext;
import dev.dailies.job.Rehearsal;
import dev.dailies.job.StubbedApi;
import dev.dailies.ledger.Cause;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.Task;
import dev.dailies.provider.Request;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitQueueTest {

  private static final Request REQUEST =
      new Request("https://api.example", "/create", null, "{}", null);

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  @Test
  void givesOutNoTaskThatALaneIsStillBusyWith() {
    Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(1);
    job.plan();
    try (JobContext context = job.open()) {
      Ledger ledger = Rehearsal.bean(context, Ledger.class);
      SubmitQueue queue = Rehearsal.bean(context, SubmitQueue.class);
      queue.open();
      Task task = queue.take("cometapi").orElseThrow();

      Task intended = ledger.intend(task, "cometapi", REQUEST).task();
      queue.sent(task);
      ledger.putOff(intended, Cause.because("not now"));
      assertThat(queue.take("cometapi")).isEmpty();
      assertThat(queue.isIdle("cometapi")).isFalse();

      queue.giveBack(task);
      assertThat(queue.take("cometapi")).map(Task::name).contains("shot-01");
    }
  }
}
