package dev.dailies.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/**
 * {@code report.html}: the night on one page, which needs no network and no script. Every text is
 * escaped by the template library, and the page forbids browsers to run or load anything but the
 * clips beside it and its own style.
 */
final class Page {

  private static final String STYLE = resource("page.css");
  private static final Map<String, String> STYLE_VALUES =
      Map.of("style", STYLE, "styleHash", "sha256-" + sha256(STYLE));
  private static final Template TEMPLATE =
      Mustache.compiler()
          .escapeHTML(true)
          .nullValue("")
          .emptyStringIsFalse(true)
          .zeroIsFalse(true)
          .withLoader(name -> reader(name + ".mustache"))
          .compile(reader("page.mustache"));

  private Page() {}

  static void write(Writer writer, Night night) throws IOException {
    try {
      TEMPLATE.execute(night, STYLE_VALUES, writer);
    } catch (MustacheException failed) {
      if (failed.getCause() instanceof IOException full) {
        throw full;
      }
      throw failed;
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static Reader reader(String name) {
    return new StringReader(resource(name));
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
