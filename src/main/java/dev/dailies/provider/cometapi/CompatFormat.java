package dev.dailies.provider.cometapi;

import dev.dailies.provider.Inputs;
import dev.dailies.provider.ModelChoice;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Request;
import dev.dailies.provider.Review;
import dev.dailies.provider.Shot;
import dev.dailies.provider.TimeRange;
import dev.dailies.provider.models.Field;
import dev.dailies.provider.models.Models;
import dev.dailies.provider.models.Route;
import dev.dailies.provider.models.RouteFormat;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The routes of the format that CometAPI calls compatible. They require an address to call back,
 * and take options, and the length of the clip, below {@code options}.
 */
final class CompatFormat implements WireFormat {

  static final String FEED = "/runway/feed";

  private static final String CREATE = "/runway/pro/";
  private static final String OPTIONS = "options";
  private static final String SECONDS = "seconds";

  private static final Field DURATION =
      Field.of("duration", OPTIONS, seconds -> Map.of(SECONDS, seconds));

  /** By CometAPI's page "Generate (text to video)", which requires every field. */
  private static final Route TEXT_TO_VIDEO =
      Route.of(
          Operation.TEXT_TO_VIDEO,
          CREATE + "generate",
          List.of("prompt", "style"),
          Field.of("prompt", "prompt"),
          Field.of("ratio", "ratio"),
          Field.of("style", "style"),
          Field.of("model", "model"),
          DURATION);

  /** By CometAPI's page "Image to video": the same path, told apart by the image. */
  private static final Route IMAGE_TO_VIDEO =
      Route.of(
          Operation.IMAGE_TO_VIDEO,
          CREATE + "generate",
          List.of("image", "prompt"),
          Field.of("image", "image"),
          Field.of("prompt", "prompt"),
          Field.of("model", "model"),
          Field.of("ratio", "ratio"),
          Field.of("style", "style"),
          DURATION);

  /** By CometAPI's page "Video to video style redraw"; the length by those of a sister gateway. */
  private static final Route VIDEO_TO_VIDEO =
      Route.of(
          Operation.VIDEO_TO_VIDEO,
          CREATE + "video2video",
          List.of("video", "prompt"),
          Field.of("video", "video"),
          Field.of("model", "model"),
          Field.of("prompt", "prompt"),
          DURATION);

  /** By CometAPI's page "Act One expression migration". */
  private static final Route CHARACTER_PERFORMANCE =
      Route.of(
          Operation.CHARACTER_PERFORMANCE,
          CREATE + "act_one",
          List.of("image", "video"),
          Field.of("video", "video"),
          Field.of("image", "image"));

  private static final List<Route> ROUTES =
      List.of(TEXT_TO_VIDEO, IMAGE_TO_VIDEO, VIDEO_TO_VIDEO, CHARACTER_PERFORMANCE);

  private final Routes routes;
  private final URI callbackUrl;

  CompatFormat(String provider, String baseUrl, Models models, Inputs inputs, URI callbackUrl) {
    InputRules rules = new InputRules(inputs, Set.of());
    this.routes = new Routes(provider, baseUrl, ROUTES, models.in("compat"), rules);
    this.callbackUrl = callbackUrl;
  }

  /** True if the request was written in this format, whatever the settings say now. */
  static boolean wrote(Request request) {
    return request.route().startsWith(CREATE);
  }

  @Override
  public boolean offers(Operation operation) {
    return routes.offer(operation);
  }

  @Override
  public Review review(Shot shot) {
    return routes.review(shot, Stream.concat(seconds(shot), MotionVector.problems(shot.options())));
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
    return routes.prepare(asSent(shot));
  }

  @Override
  public String draft(Shot shot) {
    return routes.draft(asSent(shot));
  }

  private Shot asSent(Shot shot) {
    Map<String, Object> options = new HashMap<>(RouteFormat.sentOptions(shot.options()));
    if (shot.operation() == Operation.TEXT_TO_VIDEO || options.containsKey(MotionVector.NAME)) {
      options.compute(MotionVector.NAME, (name, given) -> MotionVector.filled(given));
    }
    Map<String, Object> fields = new HashMap<>();
    fields.put("callback_url", callbackUrl.toString());
    if (!options.isEmpty()) {
      fields.put(OPTIONS, options);
    }
    return shot.withOptions(fields);
  }

  private static Stream<Problem> seconds(Shot shot) {
    return Stream.ofNullable(shot.options().get(SECONDS))
        .map(
            given ->
                Problem.error(
                    "options." + SECONDS,
                    given.toString(),
                    "seconds is what the column duration sends",
                    "use the column duration"));
  }
}
