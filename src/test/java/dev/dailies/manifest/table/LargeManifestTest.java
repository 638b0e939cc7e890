package dev.dailies.manifest.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.manifest.Row;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("measures the heap of this process")
class LargeManifestTest {

  private static final int ROWS = 50_000;
  private static final long MEGABYTE = 1024 * 1024;

  private final Path folder;

  LargeManifestTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  @Timeout(20)
  void holdsNoMoreThanARowOfALargeManifest() throws IOException {
    Path file = write();
    long before = used();
    try (ManifestReader reader = ManifestReader.open(file)) {
      Row last = Objects.requireNonNull(reader.next());
      for (int i = 1; i < ROWS; i++) {
        last = Objects.requireNonNull(reader.next());
      }
      assertThat(last.line()).isEqualTo(2L * ROWS);
      assertThat(last.cells()).containsEntry("id", "shot-" + (ROWS - 1));
      assertThat(used() - before).isLessThan(4 * MEGABYTE);
      assertThat(reader.next()).isNull();
    }
  }

  /** Every row takes two lines, and the file about 10 MB. */
  private Path write() throws IOException {
    Path file = folder.resolve("shots.csv");
    String prompt = "\"a long walk, \nby the sea " + "in the evening light ".repeat(6) + '"';
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("id,prompt,image,duration\n");
      for (int i = 0; i < ROWS; i++) {
        writer.write("shot-" + i + "," + prompt + ",https://example.org/" + i + ".png,5\n");
      }
    }
    return file;
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
