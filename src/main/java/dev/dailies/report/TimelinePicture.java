package dev.dailies.report;

import dev.dailies.report.Moment.Form;
import dev.dailies.report.Timeline.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Stream;

/**
 * A timeline as a picture: how many tasks had reached each stage, from the left, where nothing had
 * happened, to the right. The names are those of the template.
 *
 * @param lines of the stages, in their order
 * @param from when it begins
 */
record TimelinePicture(List<Line> lines, Moment from, Moment middle, Moment to) {

  /** In the units of the picture. */
  private static final long WIDTH = 1000;

  private static final long HEIGHT = 100;

  /**
   * One stage.
   *
   * @param kind gives it its colour
   * @param line the steps, as an SVG path
   * @param area the same, closed along the bottom
   */
  record Line(String kind, long count, String line, String area) {}

  /** Draws a timeline that is not empty. */
  static TimelinePicture of(Timeline timeline, ZoneId zone) {
    NavigableMap<Long, Map<Stage, Long>> counts = timeline.counts();
    Instant from = Instant.ofEpochMilli(counts.firstKey() * timeline.width());
    Instant to = Instant.ofEpochMilli((counts.lastKey() + 1) * timeline.width());
    Duration span = Duration.between(from, to);
    Form form = Form.within(span);
    long most = Stream.of(Stage.values()).mapToLong(stage -> total(counts, stage)).max().orElse(1);
    return new TimelinePicture(
        Stream.of(Stage.values()).map(stage -> draw(counts, stage, most)).toList(),
        Moment.of(from, form, zone),
        Moment.of(from.plus(span.dividedBy(2)), form, zone),
        Moment.of(to, form, zone));
  }

  private static long total(NavigableMap<Long, Map<Stage, Long>> counts, Stage stage) {
    return counts.values().stream().mapToLong(some -> some.getOrDefault(stage, 0L)).sum();
  }

  /** Upwards where something happened, to the right where time passed. */
  private static Line draw(NavigableMap<Long, Map<Stage, Long>> counts, Stage stage, long most) {
    long first = counts.firstKey();
    long bins = counts.lastKey() - first + 1;
    StringBuilder line = new StringBuilder("M0 " + HEIGHT);
    long reached = 0;
    for (Map.Entry<Long, Map<Stage, Long>> some : counts.entrySet()) {
      long now = some.getValue().getOrDefault(stage, 0L);
      if (now > 0) {
        line.append("H").append(WIDTH * (some.getKey() - first) / bins);
        reached += now;
        line.append("V").append(HEIGHT - HEIGHT * reached / most);
      }
    }
    line.append("H").append(WIDTH);
    String kind = stage.name().toLowerCase(Locale.ROOT);
    return new Line(kind, reached, line.toString(), line + "V" + HEIGHT + "Z");
  }

  /** The picture in words; the times stand below it. */
  String label() {
    return String.join(", ", lines.stream().map(line -> line.count() + " " + line.kind()).toList());
  }
}
