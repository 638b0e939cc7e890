package dev.dailies.provider.cometapi;

import dev.dailies.provider.Operation;
import dev.dailies.provider.models.Field;
import dev.dailies.provider.models.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes of the format that CometAPI calls official: nearly Runway's own. */
final class OfficialFormat {

  static final String TASKS = "/runwayml/v1/tasks/";

  private static final String CREATE = "/runwayml/v1/";

  /** By CometAPI's page "Create a Runway image-to-video task". */
  private static final Route IMAGE_TO_VIDEO =
      Route.of(
          Operation.IMAGE_TO_VIDEO,
          CREATE + "image_to_video",
          List.of("image"),
          Field.of("image", "promptImage"),
          Field.of("model", "model"),
          Field.of("prompt", "promptText"),
          Field.of("seed", "seed"),
          Field.of("watermark", "watermark"),
          Field.of("duration", "duration"),
          Field.of("ratio", "ratio"));

  /** By CometAPI's page "Generate a video from a video". */
  private static final Route VIDEO_TO_VIDEO =
      Route.of(
          Operation.VIDEO_TO_VIDEO,
          CREATE + "video_to_video",
          List.of("video", "prompt"),
          Field.of("video", "videoUri"),
          Field.of("prompt", "promptText"),
          Field.of("model", "model"),
          Field.of("seed", "seed"),
          Field.of("references", "references", OfficialFormat::images),
          Field.of("ratio", "ratio"));

  static final List<Route> ROUTES = List.of(IMAGE_TO_VIDEO, VIDEO_TO_VIDEO);

  private OfficialFormat() {}

  private static Object images(Object uris) {
    return ((List<?>) uris).stream().map(OfficialFormat::image).toList();
  }

  private static Map<String, Object> image(Object uri) {
    Map<String, Object> image = new LinkedHashMap<>();
    image.put("type", "image");
    image.put("uri", uri);
    return image;
  }
}
