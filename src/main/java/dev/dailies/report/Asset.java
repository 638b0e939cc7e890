package dev.dailies.report;

import dev.dailies.files.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * A text that the page is made of.
 *
 * @param hash by which the page allows browsers to use it, and nothing else
 */
record Asset(String text, String hash) {

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
