package dev.dailies.report;

import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the reports: files that people read too, and data inside of the page. */
final class ReportJson {

  private static final JsonMapper COMPACT =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private static final JsonMapper READABLE =
      COMPACT
          .rebuild()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private ReportJson() {}

  /** Writes a file that people can read, and whose versions can be compared. */
  static void write(Writer writer, Object content) throws IOException {
    writer.write(READABLE.writeValueAsString(content));
    writer.write('\n');
  }

  /**
   * JSON to stand inside a page. It has no less-than sign, so that no text in it can end the
   * element that it stands in or begin another.
   */
  static String inPage(Object fact) {
    // JSON has the sign in strings alone, and there it may be written so.
    return COMPACT.writeValueAsString(fact).replace("<", "\\u003c");
  }
}
