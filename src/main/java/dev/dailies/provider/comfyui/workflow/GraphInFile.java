package dev.dailies.provider.comfyui.workflow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the graph that ComfyUI writes into what it makes: as plain JSON, somewhere in the metadata
 * of a PNG, a WebP, an MP4 or a WebM. Metadata stand before or after the pictures, so the middle of
 * a large file is not read.
 */
final class GraphInFile {

  private static final int MOST = 8 * 1024 * 1024;

  /** What JSON files and none of these files begin with. */
  private static final String BRACKETS = "{[ \t\r\n\u00ef";

  private static final Pattern GRAPH =
      Pattern.compile("\\{\\s*\"[^\"\\\\]{1,60}\"\\s*:\\s*\\{\\s*\"(inputs|class_type|_meta)\"");

  /** Python writes NaN where a node says that it has always changed. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private GraphInFile() {}

  /** True if the file is no JSON by its first byte. */
  static boolean isMedia(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file)) {
      byte[] first = read(in, 0, 1);
      return first.length == 1 && BRACKETS.indexOf(first[0] & 0xff) < 0;
    }
  }

  /** The first graph in API format that the file holds. */
  static Optional<ObjectNode> in(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file)) {
      Optional<ObjectNode> first = in(read(in, 0, MOST));
      return first.isPresent() || in.size() <= MOST
          ? first
          : in(read(in, Math.max(MOST, in.size() - MOST), MOST));
    }
  }

  private static Optional<ObjectNode> in(byte[] content) {
    Matcher candidates = GRAPH.matcher(new String(content, ISO_8859_1));
    while (candidates.find()) {
      Optional<ObjectNode> graph = graph(content, candidates.start());
      if (graph.isPresent()) {
        return graph;
      }
    }
    return Optional.empty();
  }

  /** What follows the graph is no part of it. */
  private static Optional<ObjectNode> graph(byte[] content, int start) {
    try (JsonParser parser = JSON.createParser(content, start, content.length - start)) {
      JsonNode read = parser.readValueAsTree();
      return read instanceof ObjectNode graph && graph.valueStream().allMatch(GraphInFile::isNode)
          ? Optional.of(withoutRunData(graph))
          : Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private static boolean isNode(JsonNode node) {
    return node.path("class_type").isString() && node.path("inputs").isObject();
  }

  /** The server adds to its nodes what it found out while it ran them. */
  private static ObjectNode withoutRunData(ObjectNode graph) {
    graph
        .values()
        .forEach(node -> ((ObjectNode) node).retain(List.of("class_type", "inputs", "_meta")));
    return graph;
  }

  private static byte[] read(FileChannel in, long from, int most) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(most, Math.max(0, in.size() - from)));
    int read = 0;
    while (buffer.hasRemaining() && read >= 0) {
      read = in.read(buffer, from + buffer.position());
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
