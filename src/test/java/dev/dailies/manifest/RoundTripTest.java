package dev.dailies.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.manifest.table.ManifestReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {

  private static final int ROWS = 2_000;
  private static final String AWKWARD =
      "\"\"\n\r,;\t' #=+-@\\|{}<>\u00e9\u05d0\u202e\u200b\u2028\ufeff\u0001\u001b";

  private final Path folder;

  RoundTripTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t'})
  void readsBackWhatACsvPrinterWrites(char delimiter) throws IOException {
    Path file = folder.resolve("shots.csv");
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
    write(file, format, new Random(delimiter));

    Random random = new Random(delimiter);
    try (ManifestReader reader = ManifestReader.open(file)) {
      for (int i = 0; i < ROWS; i++) {
        Row row = Objects.requireNonNull(reader.next());
        assertThat(row.cells().getOrDefault("prompt", "")).isEqualTo(seen(cell(random)));
        assertThat(row.cells().getOrDefault("style", "")).isEqualTo(seen(cell(random)));
      }
      assertThat(reader.next()).isNull();
    }
  }

  private static void write(Path file, CSVFormat format, Random random) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file);
        CSVPrinter printer = new CSVPrinter(writer, format)) {
      printer.printRecord("id", "prompt", "style");
      for (int i = 0; i < ROWS; i++) {
        printer.printRecord("a", cell(random), cell(random));
      }
    }
  }

  private static String seen(String cell) {
    return Invisible.isBlank(cell) ? "" : cell;
  }

  /** Half letters, half trouble; white space around a cell is no part of it. */
  private static String cell(Random random) {
    return random
        .ints(random.nextInt(30), 0, 4)
        .mapToObj(
            kind ->
                switch (kind) {
                  case 0 -> String.valueOf(AWKWARD.charAt(random.nextInt(AWKWARD.length())));
                  case 1 -> Character.toString(0x1F300 + random.nextInt(200));
                  default -> String.valueOf((char) ('a' + random.nextInt(26)));
                })
        .collect(Collectors.joining())
        .strip();
  }
}
