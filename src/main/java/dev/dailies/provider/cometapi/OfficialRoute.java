package dev.dailies.provider.cometapi;

import dev.dailies.provider.Operation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route that creates a task, and the field that each column of the manifest becomes there.
 *
 * @param required the columns that must have a value
 * @param fields the name on the wire by the name of the column, in the order of the wire
 */
record OfficialRoute(Operation operation, List<String> required, Map<String, String> fields) {

  /** By CometAPI's page "Create a Runway image-to-video task". */
  private static final OfficialRoute IMAGE_TO_VIDEO =
      new OfficialRoute(
          Operation.IMAGE_TO_VIDEO,
          List.of("image"),
          inOrder(
              Map.entry("image", "promptImage"),
              Map.entry("model", "model"),
              Map.entry("prompt", "promptText"),
              Map.entry("seed", "seed"),
              Map.entry("watermark", "watermark"),
              Map.entry("duration", "duration"),
              Map.entry("ratio", "ratio")));

  /** By CometAPI's page "Generate a video from a video". */
  private static final OfficialRoute VIDEO_TO_VIDEO =
      new OfficialRoute(
          Operation.VIDEO_TO_VIDEO,
          List.of("video", "prompt"),
          inOrder(
              Map.entry("video", "videoUri"),
              Map.entry("prompt", "promptText"),
              Map.entry("model", "model"),
              Map.entry("seed", "seed"),
              Map.entry("references", "references"),
              Map.entry("ratio", "ratio")));

  static final List<OfficialRoute> ALL = List.of(IMAGE_TO_VIDEO, VIDEO_TO_VIDEO);

  static Optional<OfficialRoute> of(Operation operation) {
    return ALL.stream().filter(route -> route.operation == operation).findFirst();
  }

  String label() {
    return operation.label();
  }

  String path() {
    return "/runwayml/v1/" + label();
  }

  @SafeVarargs
  private static Map<String, String> inOrder(Map.Entry<String, String>... fields) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (Map.Entry<String, String> field : fields) {
      ordered.put(field.getKey(), field.getValue());
    }
    return Collections.unmodifiableMap(ordered);
  }
}
