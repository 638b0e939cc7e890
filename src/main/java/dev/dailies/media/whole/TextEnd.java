package dev.dailies.media.whole;

import dev.dailies.media.FlawedFileException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Text is UTF-8 and no page of the web; JSON ends where its first bracket is closed. */
final class TextEnd {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private TextEnd() {}

  /** Nothing proves that a text is whole. */
  static boolean proves(Bytes file) throws IOException, FlawedFileException {
    Reader reader =
        new InputStreamReader(
            stream(file),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(java.nio.charset.CodingErrorAction.REPORT));
    try {
      char[] buffer = new char[8 * 1024];
      while (reader.read(buffer) >= 0) {}
      return false;
    } catch (CharacterCodingException noText) {
      throw new FlawedFileException("no text in UTF-8");
    }
  }

  static boolean provesJson(Bytes file) throws IOException, FlawedFileException {
    try (JsonParser parser = MAPPER.createParser(stream(file))) {
      JsonToken first = parser.nextToken();
      parser.skipChildren();
      if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
        throw new FlawedFileException("no JSON");
      }
      return true;
    } catch (JacksonException cut) {
      throw new FlawedFileException("no whole JSON");
    }
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
