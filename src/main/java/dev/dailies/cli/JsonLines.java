package dev.dailies.cli;

import java.io.PrintWriter;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line, for programs. */
final class JsonLines {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonLines() {}

  static void print(Object value, PrintWriter out) {
    out.println(MAPPER.writeValueAsString(value));
    out.flush();
  }
}
