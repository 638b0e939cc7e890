package dev.dailies.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AgendaTest {

  private record Entry(long task, DueTimer timer) {}

  private final RunControl run = new RunControl(null, Duration.ofSeconds(1));
  @AutoClose private final WorkerPool pool = new WorkerPool("test", 1, run);
  private final Agenda<Entry> agenda = new Agenda<>(Entry::timer, entry -> pool);
  private final List<Long> worked = new CopyOnWriteArrayList<>();

  private void follow(Long... tasks) {
    agenda.follow(Set.of(tasks), task -> Optional.of(new Entry(task, new DueTimer())));
  }

  @Test
  void followsTheLedger() {
    follow(1L, 2L);
    Entry kept = agenda.all().filter(entry -> entry.task() == 2).findAny().orElseThrow();

    follow(2L, 3L);

    assertThat(agenda.tasks()).containsExactlyInAnyOrder(2L, 3L);
    assertThat(agenda.all()).contains(kept);
  }

  @Test
  void startsNoMoreThanThereAreSlots() {
    CountDownLatch go = new CountDownLatch(1);
    follow(1L, 2L);

    Optional<Duration> wait =
        agenda.startDue(
            entry -> {
              await(go);
              worked.add(entry.task());
              entry.timer().end();
            });

    assertThat(wait).as("what waits for a slot is started by the next change").isEmpty();
    go.countDown();
    assertThat(pool.awaitIdle(Duration.ofSeconds(15))).isTrue();
    assertThat(worked).hasSize(1);
    assertThat(agenda.open()).hasSize(1);
    assertThat(agenda.all()).hasSize(2);
  }

  @Test
  void aLoopEndsWhenNothingIsLeft() {
    follow(1L, 2L, 3L);

    run.loop(
        () ->
            agenda.startDue(
                entry -> {
                  worked.add(entry.task());
                  entry.timer().end();
                }),
        () -> agenda.open().findAny().isEmpty() && pool.isIdle());

    assertThat(worked).containsExactlyInAnyOrder(1L, 2L, 3L);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
