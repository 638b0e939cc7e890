package dev.dailies.provider.comfyui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The files that a prompt has made, as addresses. Savers name them under keys of their own ({@code
 * images}, {@code gifs}, {@code audio}, …; even SaveVideo says {@code images}), so every object
 * that has a file name counts, under whatever key.
 */
final class OutputFiles {

  private static final int MOST = 50;
  private static final int LONGEST_NAME = 1000;
  private static final Pattern CLIP = Pattern.compile(".*\\.(mp4|webm|mov|mkv)");

  private final String server;

  /**
   * @param server its address
   */
  OutputFiles(String server) {
    this.server = server;
  }

  /**
   * The distinct addresses: node after node as they are wanted, and of each its clips first.
   *
   * @param outputs what each node has made, in the order in which they have ended
   * @param wanted the nodes that count; empty for all
   */
  List<String> addresses(JsonNode outputs, List<String> wanted) {
    return (wanted.isEmpty() ? Stream.of(outputs) : wanted.stream().map(outputs::path))
        .flatMap(wanted.isEmpty() ? OutputFiles::ofAll : OutputFiles::ofNode)
        .map(this::address)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Stream<JsonNode> ofAll(JsonNode outputs) {
    return clipsFirst(outputs.valueStream().flatMap(JsonNode::valueStream));
  }

  private static Stream<JsonNode> ofNode(JsonNode made) {
    return clipsFirst(made.valueStream());
  }

  private static Stream<JsonNode> clipsFirst(Stream<JsonNode> lists) {
    return lists
        .flatMap(OutputFiles::elements)
        .filter(OutputFiles::isKept)
        .sorted(Comparator.comparing(file -> !isClip(file)));
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return list.isArray() ? list.valueStream() : Stream.empty();
  }

  /** A preview has the type temp and is wiped; an input is the user's own. */
  private static boolean isKept(JsonNode file) {
    String name = file.path("filename").asString("");
    return file.path("filename").isString()
        && !name.isBlank()
        && name.length() <= LONGEST_NAME
        && file.path("type").asString("output").equals("output");
  }

  private static boolean isClip(JsonNode file) {
    return CLIP.matcher(file.path("filename").asString("").toLowerCase(Locale.ROOT)).matches();
  }

  private String address(JsonNode file) {
    return address(server, file.path("subfolder").asString(""), file.path("filename").asString(""));
  }

  /** The address of a file, by its path below the folder for outputs. */
  static String address(String server, String path) {
    int slash = path.lastIndexOf('/');
    return address(server, path.substring(0, Math.max(0, slash)), path.substring(slash + 1));
  }

  private static String address(String server, String folder, String name) {
    return "%s/view?filename=%s&subfolder=%s&type=output"
        .formatted(server, encoded(name), encoded(folder));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
