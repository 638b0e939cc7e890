package dev.dailies.provider.comfyui;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A node that writes files under the name of an attempt. Only of some is it known that they write
 * one file and no more: SaveImage and SaveAudio write one for each picture and sound of a batch.
 *
 * @param node its id
 * @param endings how the name of its one file may end, behind the number; none if there may be more
 *     files
 */
record Saver(String node, List<String> endings) {

  private static final Map<String, String> OF_COMFYUI =
      Map.of(
          "SaveVideo", "_.mp4",
          "SaveWEBM", "_.webm",
          "SaveAnimatedWEBP", "_.webp",
          "SaveAnimatedPNG", "_.png");

  private static final List<String> OF_VIDEO_HELPER_SUITE =
      List.of(".mp4", ".webm", ".mkv", ".mov", ".gif", ".webp");

  static Saver of(String id, JsonNode node) {
    String type = node.path("class_type").asString("");
    String ending = OF_COMFYUI.get(type);
    if (ending != null) {
      return new Saver(id, List.of(ending));
    }
    JsonNode inputs = node.path("inputs");
    // Its batches are made by several prompts.
    boolean isWhole = type.equals("VHS_VideoCombine") && !inputs.has("meta_batch");
    // What it writes first is silent.
    String sound = inputs.has("audio") ? "-audio" : "";
    return new Saver(
        id, isWhole ? OF_VIDEO_HELPER_SUITE.stream().map(sound::concat).toList() : List.of());
  }

  boolean writesOneFile() {
    return !endings.isEmpty();
  }

  /** The paths that its file may have, if so many are counted under the prefix. */
  Stream<String> paths(String prefix, int files) {
    return IntStream.rangeClosed(1, files)
        .boxed()
        .flatMap(number -> endings.stream().map(ending -> path(prefix, number, ending)));
  }

  /** As the savers count: from 1, with five digits. */
  static String path(String prefix, int number, String ending) {
    String digits = String.valueOf(100_000 + number).substring(1);
    return prefix + "_" + digits + ending;
  }
}
