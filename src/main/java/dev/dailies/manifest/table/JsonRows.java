package dev.dailies.manifest.table;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON objects one after the other, as cells by their names. */
final class JsonRows implements Closeable {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final String OPTIONS = "options";

  private final String file;
  private final JsonParser parser;
  private long line;

  /**
   * @param in behind a byte order mark
   * @param file its name, for messages
   */
  JsonRows(InputStream in, String file) {
    this.file = file;
    this.parser = JSON.createParser(new Utf8Reader(in, file));
  }

  /** The names of all rows of a file, in the order in which they first come. */
  static List<String> columns(Path path, String file) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    InputStream in = new BufferedInputStream(DosEnd.open(path), FirstBytes.COUNT);
    FirstBytes.of(in);
    try (JsonRows rows = new JsonRows(in, file)) {
      for (Map<String, String> row = rows.next(); row != null; row = rows.next()) {
        names.addAll(row.keySet());
      }
    }
    return List.copyOf(names);
  }

  /** The next object; null at the end. */
  @Nullable Map<String, String> next() {
    try {
      JsonToken token = parser.nextToken();
      while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
        token = parser.nextToken();
      }
      if (token == null) {
        return null;
      }
      line = parser.currentTokenLocation().getLineNr();
      if (token != JsonToken.START_OBJECT) {
        throw UnreadableManifestException.at(file, line, "this is no object; write {\"id\": …}");
      }
      return cells(parser.readValueAsTree());
    } catch (JacksonException broken) {
      throw UnreadableManifestException.at(
          file,
          Math.max(1, broken.getLocation() == null ? line : broken.getLocation().getLineNr()),
          "this is no JSON: " + broken.getOriginalMessage());
    }
  }

  /** Where the object began that was read last. */
  long line() {
    return line;
  }

  @Override
  public void close() {
    parser.close();
  }

  private static Map<String, String> cells(JsonNode row) {
    Map<String, String> cells = new LinkedHashMap<>();
    row.properties()
        .forEach(
            field -> {
              if (field.getKey().equals(OPTIONS) && field.getValue().isObject()) {
                options(OPTIONS, field.getValue(), cells);
              } else {
                cells.put(field.getKey(), cell(field.getValue()));
              }
            });
    return cells;
  }

  private static void options(String path, JsonNode group, Map<String, String> cells) {
    group
        .properties()
        .forEach(
            field -> {
              String name = path + "." + field.getKey();
              if (field.getValue().isObject()) {
                options(name, field.getValue(), cells);
              } else {
                cells.put(name, cell(field.getValue()));
              }
            });
  }

  /** A list as a cell writes it, with bars between. */
  private static String cell(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    if (value.isArray() && value.valueStream().noneMatch(JsonNode::isContainer)) {
      List<String> parts = new ArrayList<>();
      value.valueStream().map(JsonRows::cell).forEach(parts::add);
      return String.join(" | ", parts);
    }
    return value.isContainer() ? value.toString() : value.asString();
  }
}
