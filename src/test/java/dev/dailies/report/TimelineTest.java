package dev.dailies.report;

import static dev.dailies.report.FilledLedger.row;
import static dev.dailies.report.FilledLedger.shot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskView;
import dev.dailies.report.Moment.Form;
import dev.dailies.report.Timeline.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final Instant START = FilledLedger.NOW;

  private final FilledLedger ledger = new FilledLedger();
  private final Task task;

  TimelineTest() {
    ledger.plan(List.of(row(2, shot("a", 1, "p"))));
    task = ledger.delivered(ledger.task("a"), FilledLedger.mp4("a.mp4"));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  /** A task that was delivered so long after the start. */
  private Entry delivered(Duration after) {
    return new Entry(new TaskView(task, true, START.plus(after), null, List.of()));
  }

  private static long delivered(Timeline timeline) {
    return timeline.counts().values().stream()
        .mapToLong(some -> some.getOrDefault(Stage.DELIVERED, 0L))
        .sum();
  }

  @Test
  void losesNoTaskOfALongNightAndKeepsFewCounts() {
    Timeline timeline = new Timeline(START);

    IntStream.range(0, 5_000)
        .mapToObj(n -> delivered(Duration.ofSeconds(n * 7L)))
        .forEach(timeline::add);

    assertThat(delivered(timeline)).isEqualTo(5_000);
    assertThat(timeline.counts()).hasSizeBetween(100, 256);
  }

  @Test
  void leavesOutWhatHappenedBefore() {
    Timeline timeline = new Timeline(START);

    timeline.add(delivered(Duration.ofSeconds(-1)));

    assertThat(timeline.isEmpty()).isTrue();
  }

  @Test
  void drawsStepsFromLeftToRight() {
    Timeline timeline = new Timeline(START);
    timeline.add(delivered(Duration.ZERO));
    timeline.add(delivered(Duration.ofMillis(100)));

    TimelinePicture picture = TimelinePicture.of(timeline, ZoneOffset.UTC);

    assertThat(picture.lines().get(2).line()).isEqualTo("M0 100H0V50H500V0H1000");
    assertThat(picture.label()).isEqualTo("0 submitted, 0 generated, 2 delivered");
    assertThat(picture.from()).isEqualTo(Moment.of(START, Form.SECOND, ZoneOffset.UTC));
  }
}
