package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider's name that is pointed at another address harms nothing that is in flight. */
class MovedAddressesTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @AutoClose private final StubbedApi other = new StubbedApi();
  @TempDir Path folder;

  @Test
  void warnsOfTasksAtAnAddressThatTheSettingsNoLongerName() {
    api.looks("shot-01", StubbedApi.running());
    Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(1).api("deadline", "300ms");
    Ran parked = job.run();
    Typed same = job.type("plan");
    api.looks("shot-01", StubbedApi.running(), StubbedApi.succeeded(""));

    Rehearsal moved = job.api("base-url", other.baseUrl()).api("deadline", "20s");
    Typed plan = moved.type("plan");
    Ran ran = moved.run();
    Typed after = moved.type("plan");

    assertThat(parked.in(SUBMITTED)).containsExactly("shot-01");
    assertThat(same.err()).doesNotContain("dailies:");
    assertThat(plan.err())
        .containsOnlyOnce(
            "cometapi: 1 task is in flight at "
                + api.baseUrl()
                + ", which the settings no longer name; it is watched there, with today's key");
    assertThat(plan.code()).isZero();
    assertThat(ran.in(DELIVERED)).containsExactly("shot-01");
    assertThat(ran.code()).isZero();
    assertThat(other.posts()).isEmpty();
    assertThat(after.err()).doesNotContain("dailies:");
  }
}
