package dev.dailies.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import dev.dailies.files.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * {@code report.html}: the whole night on one page, which needs no network. Every text is escaped
 * by the template library or stands in {@linkplain ReportJson#inPage JSON}, and the page forbids
 * browsers to run or load anything but its own style, its scripts and the clips beside it. Shows
 * what a person must look at without scripts too; the gallery needs them.
 */
final class Page {

  private static final Asset STYLE = Asset.of("page.css");
  private static final List<Asset> SCRIPTS =
      Stream.of(
              "times",
              "tasks",
              "picks",
              "scenes",
              "progress",
              "export",
              "cards",
              "viewer",
              "playback",
              "keys",
              "pager",
              "gallery",
              "money")
          .map(name -> Asset.of(name + ".js"))
          .toList();
  private static final Map<String, Object> ASSETS = Map.of("style", STYLE, "scripts", SCRIPTS);
  private static final Template TEMPLATE =
      Mustache.compiler()
          .escapeHTML(true)
          .nullValue("")
          .emptyStringIsFalse(true)
          .zeroIsFalse(true)
          .withLoader(Page::reader)
          .compile(reader("page"));

  private Page() {}

  static void write(Writer writer, PageModel model) throws IOException {
    try {
      TEMPLATE.execute(model, ASSETS, writer);
    } catch (MustacheException failed) {
      if (failed.getCause() instanceof IOException full) {
        throw full;
      }
      throw failed;
    }
  }

  /** A part may stand in the middle of a sentence, where a line end would be a space. */
  private static Reader reader(String name) {
    return new StringReader(Asset.of(name + ".mustache").text().stripTrailing());
  }

  /**
   * A text that the page is made of.
   *
   * @param hash by which the page allows browsers to use it, and nothing else
   */
  private record Asset(String text, String hash) {

    static Asset of(String name) {
      try (InputStream in = Asset.class.getResourceAsStream(name)) {
        byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
        return new Asset(
            new String(bytes, StandardCharsets.UTF_8),
            "sha256-" + Base64.getEncoder().encodeToString(Sha256.digest(bytes)));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
