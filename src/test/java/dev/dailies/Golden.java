package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whole outputs, kept as text in {@code src/test/resources/golden}, so that they are reviewed as
 * text. The system property {@code golden.write} writes them anew.
 */
public final class Golden {

  static final Path FOLDER = Path.of("src/test/resources/golden");

  private final Path folder;

  /**
   * @param folder in which a test works: its name is another one each time
   */
  public Golden(Path folder) {
    this.folder = folder;
  }

  /** Compares all of it, but for times, ports, folders and the test's own settings. */
  public void check(String name, String output) {
    String text = normal(output);
    Path file = FOLDER.resolve(name + ".txt");
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, text);
      }
      assertThat(text).as(name).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String normal(String output) {
    return output
        .replace(folder.toString(), "/night")
        .replaceAll("(Next: .*?)( --dailies\\.\\S+)+", "$1")
        .replaceAll("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:PORT")
        .replaceAll(
            "[A-Z][a-z]{2} [0-9]{1,2} [A-Z][a-z]{2}, [0-9:]{5} [A-Z]+", "Mon 30 Nov, 18:02 UTC")
        .replaceAll(
            "[A-Z][a-z]{2} [0-9]{1,2} [A-Z][a-z]{2}, [0-9:]{8} [A-Z]+", "Mon 30 Nov, 18:02:24 UTC")
        .replaceAll("[0-9]+ tries since [0-9:]{5} [A-Z]+", "3 tries since 18:02 UTC")
        .replaceAll("(at|since) [0-9]{2}:[0-9]{2} [A-Z]{2,5}\\b", "$1 18:02 UTC")
        .replaceAll("(today|at|since|after|until) [0-9]{2}:[0-9]{2}", "$1 18:02")
        .replaceAll("\\b[0-9]:[0-9]{2}:[0-9]{2}\\b", "0:00:07")
        .replaceAll("Ready: .*, if a run", "Ready: 18:02 to 18:40 UTC, if a run")
        .replaceAll("a clip took .* before", "a clip took 2 min to 4 min before")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "688a0000-0000-0000-0000-000000000000")
        .replaceAll("[0-9]+ MB are free", "39 MB are free");
  }
}
