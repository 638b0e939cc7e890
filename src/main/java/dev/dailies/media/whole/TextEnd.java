package dev.dailies.media.whole;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.dailies.media.FlawedFileException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Text in any encoding ends where it likes; JSON ends where its first bracket is closed. */
final class TextEnd {

  /** As Python writes it: with {@code NaN} and {@code Infinity}, which are no JSON by the book. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /** No encoding writes so many zeros in a row: a disk or a server left a hole. */
  private static final int HOLE = 16;

  private TextEnd() {}

  /** Nothing proves that a text is whole; an end within a character proves that it is not. */
  static boolean proves(Bytes file) throws IOException, FlawedFileException {
    int unit = unit(file);
    boolean broken = file.size() % unit != 0 || (unit == 2 && endsWithHalfAPair(file));
    Utf8 utf8 = new Utf8();
    int zeros = 0;
    for (long i = 0; i < file.size(); i++) {
      int next = file.at(i);
      utf8.add(next);
      zeros = next == 0 ? zeros + 1 : 0;
      if (zeros == HOLE) {
        throw new FlawedFileException("no text at byte " + i);
      }
    }
    if (broken || (unit == 1 && utf8.isCut())) {
      throw new FlawedFileException("it ends within a character");
    }
    return false;
  }

  /** How many bytes the text is counted in, by the mark at its beginning. */
  private static int unit(Bytes file) throws IOException, FlawedFileException {
    long mark = file.size() < 4 ? 0 : file.big(0, 4);
    if (mark == 0xFFFE0000L || mark == 0xFEFFL) {
      return 4;
    }
    long half = file.size() < 2 ? 0 : file.big(0, 2);
    return half == 0xFFFE || half == 0xFEFF ? 2 : 1;
  }

  private static boolean endsWithHalfAPair(Bytes file) throws IOException, FlawedFileException {
    long last = file.size() - 2;
    boolean bigFirst = file.at(0) == 0xFE;
    return Character.isHighSurrogate((char) (bigFirst ? file.big(last, 2) : file.little(last, 2)));
  }

  static boolean provesJson(Bytes file) throws IOException, FlawedFileException {
    try (JsonParser parser = MAPPER.createParser(stream(file))) {
      return closesItsBracket(parser);
    } catch (JacksonException noUnicode) {
      return provesJsonOfOneByteEach(file);
    }
  }

  /** In such an encoding the brackets are what they are in any other. */
  private static boolean provesJsonOfOneByteEach(Bytes file)
      throws IOException, FlawedFileException {
    try (JsonParser parser = MAPPER.createParser(new InputStreamReader(stream(file), ISO_8859_1))) {
      return closesItsBracket(parser);
    } catch (JacksonException cut) {
      throw new FlawedFileException("no whole JSON");
    }
  }

  private static boolean closesItsBracket(JsonParser parser) throws FlawedFileException {
    JsonToken first = parser.nextToken();
    parser.skipChildren();
    if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
      throw new FlawedFileException("no JSON");
    }
    return true;
  }

  /** From the beginning; the channel stays open. */
  private static InputStream stream(Bytes file) throws IOException {
    file.file().position(0);
    return new FilterInputStream(Channels.newInputStream(file.file())) {
      @Override
      public void close() {}
    };
  }
}
