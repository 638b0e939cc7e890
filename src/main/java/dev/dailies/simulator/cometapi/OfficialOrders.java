package dev.dailies.simulator.cometapi;

import dev.dailies.provider.Operation;
import dev.dailies.simulator.task.Order;
import dev.dailies.simulator.task.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What the official routes demand of a body, after CometAPI's pages on them. */
final class OfficialOrders {

  static final String BASE = "/runwayml/v1/";

  /** The operations by the last part of their paths, each with its reader. */
  static final Map<String, BiFunction<String, OrderFields, Order>> ROUTES =
      Map.of(
          BASE + "image_to_video", OfficialOrders::imageToVideo,
          BASE + "video_to_video", OfficialOrders::videoToVideo,
          BASE + "text_to_image", OfficialOrders::textToImage,
          BASE + "video_upscale", OfficialOrders::videoUpscale,
          BASE + "character_performance", OfficialOrders::characterPerformance);

  private static final int LONGEST_MODEL = 100;
  private static final int LONGEST_IMAGE_DATA = 5_242_880;
  private static final int LONGEST_VIDEO_DATA = 16_777_216;
  private static final long LARGEST_SEED = 4_294_967_295L;

  private static final List<String> IMAGE_RATIOS =
      List.of(
          "1280:720",
          "720:1280",
          "1104:832",
          "832:1104",
          "960:960",
          "1584:672",
          "1280:768",
          "768:1280");
  private static final List<String> VIDEO_RATIOS =
      List.of(
          "1280:720",
          "720:1280",
          "1104:832",
          "832:1104",
          "960:960",
          "1584:672",
          "1280:768",
          "768:1280",
          "848:480",
          "640:480");

  private OfficialOrders() {}

  private static Order imageToVideo(String route, OrderFields fields) {
    String image = fields.source("promptImage", "image", LONGEST_IMAGE_DATA, "prompt_image_empty");
    String model = fields.requiredText("model", LONGEST_MODEL);
    String prompt = fields.text("promptText", 512);
    fields.integer("seed", 0, 999_999_999, 0);
    fields.bool("watermark");
    return Order.by(Operation.IMAGE_TO_VIDEO, route)
        .of(model, prompt)
        .from(image, null)
        .lasting(seconds(model, fields), fields.ratio(IMAGE_RATIOS));
  }

  private static int seconds(String model, OrderFields fields) {
    int seconds = (int) fields.integer("duration", 2, 10, 5);
    if (model.equals("gen3a_turbo") && seconds != 5 && seconds != 10) {
      fields.refuse("duration must be 5 or 10");
    }
    return seconds;
  }

  /** The model takes the length of its input; whatever that is, the clip plays five seconds. */
  private static Order videoToVideo(String route, OrderFields fields) {
    String video = fields.source("videoUri", "video", LONGEST_VIDEO_DATA, "invalid_request");
    String model = fields.requiredText("model", LONGEST_MODEL);
    String prompt = fields.requiredText("promptText", 1000);
    fields.integer("seed", 0, LARGEST_SEED, 0);
    fields.references();
    return Order.by(Operation.VIDEO_TO_VIDEO, route)
        .of(model, prompt)
        .from(null, video)
        .lasting(5, fields.ratio(VIDEO_RATIOS));
  }

  /** Other than at Runway, at least one reference is demanded. */
  private static Order textToImage(String route, OrderFields fields) {
    String model = fields.requiredText("model", LONGEST_MODEL);
    String prompt = fields.requiredText("promptText", 1000);
    fields.requiredText("ratio", 20);
    fields.integer("seed", 0, LARGEST_SEED, 0);
    Shape shape = fields.ratio();
    return Order.by(Operation.TEXT_TO_IMAGE, route)
        .of(model, prompt)
        .from(fields.referenceImages(), null)
        .lasting(0, shape);
  }

  private static Order videoUpscale(String route, OrderFields fields) {
    String video = fields.source("videoUri", "video", LONGEST_VIDEO_DATA, "invalid_request");
    String model = fields.requiredText("model", LONGEST_MODEL);
    return Order.by(Operation.VIDEO_UPSCALE, route).of(model, "").from(null, video);
  }

  private static Order characterPerformance(String route, OrderFields fields) {
    String character = fields.typed("character", List.of("image", "video"), LONGEST_VIDEO_DATA);
    String reference = fields.typed("reference", List.of("video"), LONGEST_VIDEO_DATA);
    String model = fields.requiredText("model", LONGEST_MODEL);
    fields.bool("bodyControl");
    fields.integer("expressionIntensity", 1, 5, 3);
    fields.integer("seed", 0, LARGEST_SEED, 0);
    boolean isImage = fields.isOfType("character", "image");
    return Order.by(Operation.CHARACTER_PERFORMANCE, route)
        .of(model, "")
        .from(isImage ? character : null, reference)
        .lasting(5, fields.ratio(VIDEO_RATIOS));
  }
}
