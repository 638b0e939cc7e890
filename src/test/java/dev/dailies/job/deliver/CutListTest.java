package dev.dailies.job.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.media.Footage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The list is what CMX 3600 says: fixed columns, a timeline without holes. */
class CutListTest {

  /** Event, reel, channels, transition, source in and out, record in and out; then comments. */
  private static final Pattern EVENT =
      Pattern.compile(
          "(\\d{3})  (AX {6}) (V    |AA/V ) C        (\\d\\d(?::\\d\\d){3}) (\\d\\d(?::\\d\\d){3})"
              + " (\\d\\d(?::\\d\\d){3}) (\\d\\d(?::\\d\\d){3})\r\n"
              + "\\* FROM CLIP NAME: (.+)\r\n"
              + "\\* SOURCE FILE: (.+)\r\n");

  private static HandedClip clip(
      String name, @Nullable String seconds, @Nullable Footage footage, String type) {
    Task task =
        new Task(
            1,
            name,
            1,
            1,
            TaskState.DELIVERED,
            1,
            1,
            2,
            "runway",
            "",
            null,
            Map.of(),
            null,
            1,
            null,
            null);
    TaskView view = new TaskView(task, true, Instant.EPOCH, null, List.of());
    return new HandedClip(
        name,
        new Keeper(view, 1, new DeliveredFile(name, 1, "", type)),
        seconds == null ? null : new BigDecimal(seconds),
        Optional.ofNullable(footage));
  }

  private static HandedClip film(String name, long frames, String rate) {
    return clip(name, null, new Footage(frames, new BigDecimal(rate), false), "video/mp4");
  }

  @Test
  void hasEveryClipAfterTheOther() {
    List<HandedClip> clips =
        List.of(
            film("owl.mp4", 121, "24"),
            clip(
                "loud fox@2.mp4",
                "5.042",
                new Footage(121, new BigDecimal("24"), true),
                "video/mp4"),
            film("fast.mp4", 150, "30"));
    assertThat(CutList.rateOf(clips)).isEqualByComparingTo("24");

    String list = new CutList("night", CutList.rateOf(clips)).of(clips).get(0);

    assertThat(list)
        .isEqualTo(
            """
            TITLE: night
            FCM: NON-DROP FRAME

            001  AX       V     C        00:00:00:00 00:00:05:01 01:00:00:00 01:00:05:01
            * FROM CLIP NAME: owl.mp4
            * SOURCE FILE: owl.mp4

            002  AX       AA/V  C        00:00:00:00 00:00:05:01 01:00:05:01 01:00:10:02
            * FROM CLIP NAME: loud fox@2.mp4
            * SOURCE FILE: loud fox@2.mp4
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void countsOtherRatesByTheirLength() {
    HandedClip slow =
        clip("slow.mp4", "5", new Footage(80, new BigDecimal("16"), false), "video/mp4");
    HandedClip unknown = clip("unknown.webm", "4.958", null, "video/webm");

    String list = new CutList("night", BigDecimal.valueOf(24)).of(List.of(slow, unknown)).get(0);

    assertThat(list)
        .contains("00:00:05:00 01:00:00:00 01:00:05:00", "00:00:04:23 01:00:05:00 01:00:09:23");
  }

  @Test
  void countsTelevisionsRateAsWholeFrames() {
    List<HandedClip> clips = List.of(film("a.mp4", 120, "23.976"), film("b.mp4", 24, "23.976"));

    assertThat(new CutList("night", CutList.rateOf(clips)).of(clips).get(0))
        .contains("00:00:00:00 00:00:05:00 01:00:00:00 01:00:05:00", "00:00:01:00 01:00:05:00");
  }

  @Test
  void hasNoStillsAndNothingOfUnknownLength() {
    HandedClip still = clip("still.png", null, null, "image/png");
    HandedClip unknown = clip("unknown.webm", null, null, "video/webm");

    assertThat(new CutList("night", BigDecimal.valueOf(24)).of(List.of(still, unknown))).isEmpty();
  }

  @Test
  void goesOnInAnotherListAfter999Events() {
    List<HandedClip> clips = Collections.nCopies(1_000, film("a.mp4", 100, "24"));

    List<String> lists = new CutList("night", BigDecimal.valueOf(24)).of(clips);

    assertThat(lists).hasSize(2);
    assertThat(events(lists.get(0))).isEqualTo(999);
    assertThat(events(lists.get(1))).isEqualTo(1);
  }

  private static int events(String list) {
    Matcher event = EVENT.matcher(list);
    int events = 0;
    String end = "01:00:00:00";
    while (event.find()) {
      assertThat(event.group(1)).isEqualTo("%03d".formatted(++events));
      assertThat(event.group(6)).as("no hole before event %d", events).isEqualTo(end);
      end = event.group(7);
    }
    return events;
  }
}
