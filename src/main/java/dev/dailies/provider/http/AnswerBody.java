package dev.dailies.provider.http;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What is held of the body of an answer, which is read while it comes. The gateway is known to
 * append an error to an answer that it has already given, so a body counts as JSON if it begins
 * with an object, whatever follows.
 *
 * @param beginning of the text, for people
 * @param json the object that it begins with; a missing node if there is none, or no whole one
 * @param rest the beginning of what follows the object; empty if nothing does
 */
public record AnswerBody(String beginning, JsonNode json, String rest) {

  private static final int LONGEST_REST = 10_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // Python writes NaN and Infinity, which JSON does not have.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /** Of a text that is at hand. */
  public static AnswerBody of(String text) {
    try {
      return read(new StringReader(text), Part.WHOLE, UnaryOperator.identity());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Reads a text to its end, also where it is no JSON: only then is it known to be whole.
   *
   * @param part what is held of the object
   * @param redact is given every text that is held
   * @throws IOException if the text is not whole, or what is wanted of it too much to be held
   */
  static AnswerBody read(Reader text, Part part, UnaryOperator<String> redact) throws IOException {
    AnswerReader reader = new AnswerReader(text);
    StringWriter buffered = new StringWriter();
    JsonNode json = json(reader, part, redact, buffered);
    String rest = rest(buffered.toString(), reader);
    return new AnswerBody(
        redact.apply(reader.beginning()), json, json.isObject() ? redact.apply(rest) : "");
  }

  private static JsonNode json(
      Reader text, Part part, UnaryOperator<String> redact, StringWriter buffered)
      throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return MissingNode.getInstance();
      }
      JsonNode json = new HeldJson(JSON, parser, redact).value(part);
      parser.releaseBuffered(buffered);
      return json;
    } catch (JacksonException broken) {
      if (broken.getCause() instanceof IOException cut) {
        throw cut;
      }
      return MissingNode.getInstance();
    }
  }

  private static String rest(String buffered, Reader text) throws IOException {
    StringBuilder rest = new StringBuilder(buffered.stripLeading());
    char[] buffer = new char[LONGEST_REST];
    for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
      if (rest.length() < LONGEST_REST) {
        String more = new String(buffer, 0, read);
        rest.append(rest.isEmpty() ? more.stripLeading() : more);
      }
    }
    return rest.toString().strip();
  }
}
