package dev.dailies.report;

import dev.dailies.ledger.DeliveredFile;
import dev.dailies.provider.Shot;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A delivered task on the page. The names are those of the template. */
record Card(String name, String prompt, List<Media> media, List<String> facts) {

  /** What fits the lines that a card has room for. */
  private static final int SHORT = 130;

  /** A file of the task. */
  record Media(String file, String mediaType, Ratio ratio, String preload) {

    /** The way from the page to the file. */
    String href() {
      return URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
    }

    boolean isVideo() {
      return mediaType.startsWith("video/");
    }

    boolean isImage() {
      return mediaType.startsWith("image/");
    }

    boolean isAudio() {
      return mediaType.startsWith("audio/");
    }

    boolean isOther() {
      return !isVideo() && !isImage() && !isAudio();
    }
  }

  /**
   * The card of a task.
   *
   * @param preload what the browser fetches of a clip before anyone plays it: {@code metadata}
   *     shows its first frame, {@code none} keeps a large page quick
   */
  static Card of(Entry entry, String preload) {
    Ratio ratio = Ratio.of(entry);
    return new Card(
        entry.name(),
        entry.prompt(),
        entry.files().stream().map(file -> media(file, ratio, preload)).toList(),
        facts(entry));
  }

  private static Media media(DeliveredFile file, Ratio ratio, String preload) {
    return new Media(file.name(), file.mediaType(), ratio, preload);
  }

  private static List<String> facts(Entry entry) {
    Stream<String> asked = entry.shot().stream().flatMap(Card::asked);
    String price =
        entry
            .charged()
            .map(Dollars::text)
            .or(() -> entry.price().map(usd -> "about " + Dollars.text(usd)))
            .orElse("");
    return Stream.of(Stream.of(entry.provider(), entry.model()), asked, Stream.of(price))
        .flatMap(facts -> facts)
        .filter(fact -> !fact.isEmpty())
        .toList();
  }

  private static Stream<String> asked(Shot shot) {
    return Stream.of(
        shot.ratio() == null ? "" : shot.ratio(),
        shot.duration() == null ? "" : shot.duration() + " s",
        shot.seed() == null ? "" : "seed " + shot.seed());
  }

  /** The prompt if the card can show it whole, else nothing. */
  String shortPrompt() {
    return isLong() ? "" : prompt;
  }

  /** The prompt if the card cannot show it whole, else nothing. */
  String longPrompt() {
    return isLong() ? prompt : "";
  }

  private boolean isLong() {
    return prompt.length() > SHORT || prompt.indexOf('\n') >= 0;
  }
}
