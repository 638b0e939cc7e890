package dev.dailies.job.deliver;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.dailies.text.Count;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page that prints: a still of each clip, its file's name and its prompt. */
final class ContactSheet {

  private static final Template TEMPLATE =
      Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).compile(page());

  private ContactSheet() {}

  static String of(String job, List<HandedClip> clips) {
    return TEMPLATE.execute(
        Map.of(
            "job", job,
            "count", Count.of(clips.size(), "clip"),
            "clips", clips.stream().map(ContactSheet::clip).toList()));
  }

  private static Map<String, Object> clip(HandedClip clip) {
    Keeper keeper = clip.keeper();
    return Map.of(
        "name", clip.name(),
        "href", URLEncoder.encode(clip.name(), StandardCharsets.UTF_8).replace("+", "%20"),
        "video", clip.isVideo(),
        "image", keeper.file().mediaType().startsWith("image/"),
        "facts", facts(clip),
        "prompt", keeper.prompt());
  }

  private static String facts(HandedClip clip) {
    String seconds = clip.secondsShown();
    return Stream.of(
            "take " + clip.keeper().task().take(),
            clip.keeper().model(),
            seconds.isEmpty() ? "" : seconds + " s")
        .filter(fact -> !fact.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String page() {
    try (InputStream in = ContactSheet.class.getResourceAsStream("contact-sheet.html")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
