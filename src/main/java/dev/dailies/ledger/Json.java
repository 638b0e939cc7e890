package dev.dailies.ledger;

import dev.dailies.provider.Shot;
import dev.dailies.provider.Used;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How shots and cells are kept in the ledger's text columns, and lines in its journal. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};

  private Json() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static @Nullable Shot shot(@Nullable String text) {
    return text == null ? null : MAPPER.readValue(text, Shot.class);
  }

  /** Attempts of an earlier Dailies have none. */
  static Used used(@Nullable String text) {
    return text == null ? Used.UNTOLD : MAPPER.readValue(text, Used.class);
  }

  static Map<String, String> cells(String text) {
    return MAPPER.readValue(text, CELLS);
  }

  static JournalLine journalLine(String text) {
    return MAPPER.readValue(text, JournalLine.class);
  }
}
