package dev.dailies.cli.words;

import dev.dailies.job.plan.ReadyTime;
import dev.dailies.provider.TimeRange;
import dev.dailies.text.Count;
import dev.dailies.text.Times;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says when everything would be here. */
final class ReadyLine {

  private final ReadyTime ready;
  private final Instant now;

  ReadyLine(ReadyTime ready, Instant now) {
    this.ready = ready;
    this.now = now;
  }

  /** Empty if nothing is to come. */
  Optional<String> line() {
    TimeRange left = ready.left();
    TimeRange clip = ready.clip();
    if (left != null && clip != null) {
      String range = Times.range(now.plus(left.shortest()), now.plus(left.longest()), now);
      return Optional.of(
          "Ready: %s, if a run starts now; %s.%s".formatted(range, why(clip), leftOut()));
    }
    return ready.unknown().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Ready: not known yet; this folder has timed no clip of %s."
                .formatted(String.join(", ", ready.unknown())));
  }

  private String leftOut() {
    return ready.leftOut() == 0
        ? ""
        : " That is without %s of %s, which this folder has not timed yet."
            .formatted(Count.of(ready.leftOut(), "take"), String.join(", ", ready.unknown()));
  }

  private String why(TimeRange clip) {
    String shortest = Times.span(clip.shortest());
    String longest = Times.span(clip.longest());
    String time = shortest.equals(longest) ? longest : shortest + " to " + longest;
    return ready.isMeasured()
        ? "a clip took " + time + " before"
        : "a clip takes " + time + " as a rule";
  }

  /** The same as fields. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    TimeRange left = ready.left();
    TimeRange clip = ready.clip();
    if (left != null && clip != null) {
      fields.put("earliest", now.plus(left.shortest()));
      fields.put("latest", now.plus(left.longest()));
      fields.put("clip_at_least", clip.shortest());
      fields.put("clip_at_most", clip.longest());
      fields.put("measured", ready.isMeasured());
    }
    fields.put("unknown", ready.unknown());
    fields.put("left_out", ready.leftOut());
    return fields;
  }
}
