package dev.dailies.job.deliver;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.dailies.manifest.Columns;
import dev.dailies.text.Count;
import dev.dailies.text.PlainText;
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

/**
 * A page that prints: a still of each clip, its file's name, its prompt and the columns of one's
 * own.
 */
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
        "prompt", keeper.prompt(),
        "own", own(keeper));
  }

  /** The user's own columns, as notes for whoever cuts. */
  private static List<String> own(Keeper keeper) {
    return keeper.task().cells().entrySet().stream()
        .filter(cell -> Columns.isOwn(cell.getKey()) && !cell.getValue().isBlank())
        .map(cell -> cell.getKey() + ": " + PlainText.withoutSecrets(cell.getValue()))
        .toList();
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
