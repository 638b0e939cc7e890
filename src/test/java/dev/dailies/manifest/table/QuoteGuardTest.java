package dev.dailies.manifest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteGuardTest {

  private static final int TEXTS = 20_000;
  private static final String LETTERS = "\"\"\",;\t \n\rab";

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t'})
  void stopsExactlyWhereTheParserWould(char delimiter) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();
    Random random = new Random(delimiter);
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      Reader framed = new QuoteGuard(new StringReader(text), delimiter, 1, "shots.csv");

      assertThat(canBeRead(framed, format))
          .as(text)
          .isEqualTo(canBeRead(new StringReader(text), format));
    }
  }

  private static boolean canBeRead(Reader text, CSVFormat format) {
    try (CSVParser parser = format.parse(text)) {
      return parser.stream().count() >= 0;
    } catch (UnreadableManifestException | UncheckedIOException refused) {
      return false;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(Random random) {
    return random
        .ints(1 + random.nextInt(12), 0, LETTERS.length())
        .mapToObj(i -> LETTERS.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
