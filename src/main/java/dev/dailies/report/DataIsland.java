package dev.dailies.report;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON inside a page. It has no less-than sign, so that no text in it can end the element that it
 * stands in or begin another.
 */
final class DataIsland {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private DataIsland() {}

  static String of(Object fact) {
    // JSON has the sign in strings alone, and there it may be written so.
    return MAPPER.writeValueAsString(fact).replace("<", "\\u003c");
  }
}
