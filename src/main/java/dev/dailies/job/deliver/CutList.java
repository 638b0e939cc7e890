package dev.dailies.job.deliver;

import dev.dailies.media.Footage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The clips one after the other as an edit decision list of the kind CMX 3600 (SMPTE 258M), which
 * every editor reads. It names files by their names alone, so the folder may move.
 *
 * @param rate frames a second, of which it counts all its times
 */
record CutList(String title, BigDecimal rate) {

  /** What most clips have, if none says; the usual rate of film. */
  private static final BigDecimal FILM = BigDecimal.valueOf(24);

  /** More have no room in the three digits of an event. */
  static final int MOST_EVENTS = 999;

  private static final String END = "\r\n";

  /** The rate that most of the clips have. */
  static BigDecimal rateOf(List<HandedClip> clips) {
    Map<BigDecimal, Integer> counts = new LinkedHashMap<>();
    clips.stream()
        .flatMap(clip -> clip.footage().stream())
        .forEach(footage -> counts.merge(footage.rate(), 1, Integer::sum));
    BigDecimal most = FILM;
    for (BigDecimal rate : counts.keySet()) {
      if (counts.getOrDefault(rate, 0) > counts.getOrDefault(most, 0)) {
        most = rate;
      }
    }
    return most;
  }

  /** As many lists as there is need of; none if no clip has a length. */
  List<String> of(List<HandedClip> clips) {
    List<HandedClip> events = clips.stream().filter(clip -> frames(clip) > 0).toList();
    List<String> lists = new ArrayList<>();
    for (int from = 0; from < events.size(); from += MOST_EVENTS) {
      lists.add(list(events.subList(from, Math.min(from + MOST_EVENTS, events.size()))));
    }
    return lists;
  }

  private String list(List<HandedClip> clips) {
    StringBuilder text =
        new StringBuilder("TITLE: ").append(title).append(END).append("FCM: NON-DROP FRAME");
    text.append(END);
    long place = timebase() * 3600;
    int event = 1;
    for (HandedClip clip : clips) {
      long frames = frames(clip);
      boolean sound = clip.footage().filter(Footage::hasSound).isPresent();
      text.append(
          String.format(
              Locale.ROOT,
              "%n%03d  AX       %-5s C        %s %s %s %s%n* FROM CLIP NAME: %s%n* SOURCE FILE: %s%n"
                  .replace("%n", END),
              event++,
              sound ? "AA/V" : "V",
              time(0),
              time(frames),
              time(place),
              time(place + frames),
              clip.name(),
              clip.name()));
      place += frames;
    }
    return text.toString();
  }

  /** Never more than the clip has; 0 if it is a still, or nobody knows how long it is. */
  private long frames(HandedClip clip) {
    Optional<Footage> same = clip.footage().filter(footage -> footage.rate().compareTo(rate) == 0);
    if (same.isPresent()) {
      return same.get().frames();
    }
    BigDecimal hair = new BigDecimal("0.05"); // A length of milliseconds may fall short of a frame.
    return clip.seconds() == null || !clip.isVideo()
        ? 0
        : clip.seconds().multiply(rate).add(hair).setScale(0, RoundingMode.DOWN).longValue();
  }

  /** Time code counts whole frames: 23.976 of them are counted as 24. */
  private long timebase() {
    return rate.setScale(0, RoundingMode.CEILING).longValue();
  }

  private String time(long frames) {
    long seconds = frames / timebase();
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d:%02d",
        (seconds / 3600) % 24,
        (seconds / 60) % 60,
        seconds % 60,
        frames % timebase());
  }
}
