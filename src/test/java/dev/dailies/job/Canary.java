package dev.dailies.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks for a secret in files, byte by byte, also where it is encoded. */
public record Canary(String secret) {

  /** The files below a folder, or the one file, that hold the secret, and in what guise. */
  public List<String> nests(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).flatMap(this::nestsIn).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Stream<String> nestsIn(Path file) {
    try {
      String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
      return guises().stream()
          .filter(guise -> bytes.contains(new String(guise, ISO_8859_1)))
          .map(guise -> file + ": " + new String(guise, UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<byte[]> guises() {
    List<byte[]> guises = new ArrayList<>();
    String url = URLEncoder.encode(secret, UTF_8);
    for (String guise :
        List.of(secret, secret.replace("/", "\\/"), url, url.toLowerCase(Locale.ROOT))) {
      guises.add(guise.getBytes(UTF_8));
      guises.add(guise.getBytes(UTF_16BE));
      guises.add(guise.getBytes(UTF_16LE));
    }
    for (String before : List.of("", "x", "xx")) {
      String base64 = Base64.getEncoder().encodeToString((before + secret).getBytes(UTF_8));
      // The first and the last four characters hold bits of what stands beside the secret.
      String middle = base64.substring(4, base64.length() - 4);
      guises.add(middle.getBytes(UTF_8));
      guises.add(middle.replace('+', '-').replace('/', '_').getBytes(UTF_8));
    }
    return guises;
  }
}
