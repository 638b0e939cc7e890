package dev.dailies.provider.runway;

import dev.dailies.provider.Operation;
import dev.dailies.provider.models.Field;
import dev.dailies.provider.models.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The routes that create a task, by Runway's OpenAPI document of August 2026. None of them takes a
 * watermark.
 */
final class RunwayRoutes {

  private static final Route IMAGE_TO_VIDEO =
      Route.of(
          Operation.IMAGE_TO_VIDEO,
          "/v1/image_to_video",
          List.of("image"),
          Field.of("model", "model"),
          Field.of("image", "promptImage"),
          Field.of("prompt", "promptText"),
          Field.of("ratio", "ratio"),
          Field.of("duration", "duration"),
          Field.of("seed", "seed"));

  private static final Route TEXT_TO_VIDEO =
      Route.of(
          Operation.TEXT_TO_VIDEO,
          "/v1/text_to_video",
          List.of("prompt"),
          Field.of("model", "model"),
          Field.of("prompt", "promptText"),
          Field.of("references", "references", RunwayRoutes::addresses),
          Field.of("ratio", "ratio"),
          Field.of("duration", "duration"),
          Field.of("seed", "seed"));

  private static final Route VIDEO_TO_VIDEO =
      Route.of(
          Operation.VIDEO_TO_VIDEO,
          "/v1/video_to_video",
          List.of("video"),
          Field.of("model", "model"),
          Field.of("video", "videoUri"),
          Field.of("prompt", "promptText"),
          Field.of("references", "references", RunwayRoutes::addresses),
          Field.of("ratio", "ratio"),
          Field.of("duration", "duration"),
          Field.of("seed", "seed"));

  private static final Route TEXT_TO_IMAGE =
      Route.of(
          Operation.TEXT_TO_IMAGE,
          "/v1/text_to_image",
          List.of("prompt"),
          Field.of("model", "model"),
          Field.of("prompt", "promptText"),
          Field.of("references", "referenceImages", RunwayRoutes::addresses),
          Field.of("ratio", "ratio"),
          Field.of("seed", "seed"));

  private static final Route CHARACTER_PERFORMANCE =
      Route.of(
          Operation.CHARACTER_PERFORMANCE,
          "/v1/character_performance",
          List.of("image", "video"),
          Field.of("model", "model"),
          Field.of("image", "character", uri -> typed("image", uri)),
          Field.of("video", "reference", uri -> typed("video", uri)),
          Field.of("ratio", "ratio"),
          Field.of("seed", "seed"));

  private static final Route VIDEO_UPSCALE =
      Route.of(
          Operation.VIDEO_UPSCALE,
          "/v1/video_upscale",
          List.of("video"),
          Field.of("model", "model"),
          Field.of("video", "videoUri"));

  static final List<Route> ALL =
      List.of(
          IMAGE_TO_VIDEO,
          TEXT_TO_VIDEO,
          VIDEO_TO_VIDEO,
          TEXT_TO_IMAGE,
          CHARACTER_PERFORMANCE,
          VIDEO_UPSCALE);

  private RunwayRoutes() {}

  private static Object addresses(Object uris) {
    return ((List<?>) uris).stream().map(uri -> Map.of("uri", uri)).toList();
  }

  private static Map<String, Object> typed(String type, Object uri) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("type", type);
    input.put("uri", uri);
    return input;
  }
}
