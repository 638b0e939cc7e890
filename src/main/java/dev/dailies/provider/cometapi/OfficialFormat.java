package dev.dailies.provider.cometapi;

import dev.dailies.provider.Inputs;
import dev.dailies.provider.ModelChoice;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Review;
import dev.dailies.provider.Shot;
import dev.dailies.provider.TimeRange;
import dev.dailies.provider.models.Field;
import dev.dailies.provider.models.Models;
import dev.dailies.provider.models.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The routes of the format that CometAPI calls official: nearly Runway's own. */
final class OfficialFormat implements WireFormat {

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

  /**
   * By CometAPI's page "Generate an image from text". Runway could do without a reference; CometAPI
   * answers {@code reference_images_empty}.
   */
  private static final Route TEXT_TO_IMAGE =
      Route.of(
          Operation.TEXT_TO_IMAGE,
          CREATE + "text_to_image",
          List.of("prompt", "ratio", "references"),
          Field.of("model", "model"),
          Field.of("prompt", "promptText"),
          Field.of("ratio", "ratio"),
          Field.of("seed", "seed"),
          Field.of("references", "referenceImages", OfficialFormat::tagged));

  /** By CometAPI's page "Upscale a video". */
  private static final Route VIDEO_UPSCALE =
      Route.of(
          Operation.VIDEO_UPSCALE,
          CREATE + "video_upscale",
          List.of("video"),
          Field.of("video", "videoUri"),
          Field.of("model", "model"));

  /** By CometAPI's page "Control a character". */
  private static final Route CHARACTER_PERFORMANCE =
      Route.of(
          Operation.CHARACTER_PERFORMANCE,
          CREATE + "character_performance",
          List.of("image", "video"),
          Field.of("image", "character", uri -> typed("image", uri)),
          Field.of("video", "reference", uri -> typed("video", uri)),
          Field.of("model", "model"),
          Field.of("seed", "seed"),
          Field.of("ratio", "ratio"));

  private static final List<Route> ROUTES =
      List.of(IMAGE_TO_VIDEO, VIDEO_TO_VIDEO, TEXT_TO_IMAGE, VIDEO_UPSCALE, CHARACTER_PERFORMANCE);

  private final Routes routes;

  OfficialFormat(String provider, String baseUrl, Models models, Inputs inputs) {
    // Of all the pages only this operation's speaks of a data URI.
    InputRules rules = new InputRules(inputs, Set.of(Operation.VIDEO_TO_VIDEO));
    this.routes = new Routes(provider, baseUrl, ROUTES, models.in("official"), rules);
  }

  @Override
  public boolean offers(Operation operation) {
    return routes.offer(operation);
  }

  @Override
  public Review review(Shot shot) {
    return routes.review(shot, Stream.empty());
  }

  @Override
  public ModelChoice model(Shot shot) {
    return routes.model(shot);
  }

  @Override
  public Optional<TimeRange> usualTime(Shot shot) {
    return routes.usualTime(shot);
  }

  @Override
  public Preparation prepare(Shot shot) {
    return routes.prepare(shot);
  }

  @Override
  public String draft(Shot shot) {
    return routes.draft(shot);
  }

  private static Object images(Object uris) {
    return ((List<?>) uris).stream().map(uri -> typed("image", uri)).toList();
  }

  private static Map<String, Object> typed(String type, Object uri) {
    return inOrder("type", type, "uri", uri);
  }

  /** A prompt may speak of the first reference as {@code @image1}, and so on. */
  private static Object tagged(Object uris) {
    List<?> images = (List<?>) uris;
    return IntStream.range(0, images.size())
        .mapToObj(i -> inOrder("uri", images.get(i), "tag", "image" + (i + 1)))
        .toList();
  }

  private static Map<String, Object> inOrder(
      String first, Object itsValue, String second, Object otherValue) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(first, itsValue);
    fields.put(second, otherValue);
    return fields;
  }
}
