package dev.dailies.cli.words;

import java.io.PrintWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line, for programs. */
public final class JsonLines {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private JsonLines() {}

  /** Prints the fields of the value, after a field with the type of the message. */
  public static void print(String messageType, Object value, PrintWriter out) {
    ObjectNode line = MAPPER.createObjectNode().put("message_type", messageType);
    line.setAll((ObjectNode) MAPPER.valueToTree(value));
    print(line, out);
  }

  /** Prints one value as one line. */
  public static void print(Object value, PrintWriter out) {
    out.println(MAPPER.writeValueAsString(value));
    out.flush();
  }
}
