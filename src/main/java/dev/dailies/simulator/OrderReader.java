package dev.dailies.simulator;

import java.util.EnumSet;
import java.util.Set;

/** What the two routes demand of a body, after CometAPI's pages on them. */
final class OrderReader {

  private static final int LONGEST_MODEL = 100;
  private static final int LONGEST_IMAGE_DATA = 5_242_880;
  private static final int LONGEST_VIDEO_DATA = 16_777_216;
  private static final Set<Ratio> IMAGE_RATIOS = EnumSet.range(Ratio.WIDE_720, Ratio.TALL_768);
  private static final Set<Ratio> VIDEO_RATIOS = EnumSet.allOf(Ratio.class);

  private OrderReader() {}

  static Order read(CreateRoute route, OrderFields fields) {
    return route == CreateRoute.IMAGE_TO_VIDEO ? imageToVideo(fields) : videoToVideo(fields);
  }

  private static Order imageToVideo(OrderFields fields) {
    String image = fields.source("promptImage", "image", LONGEST_IMAGE_DATA, "prompt_image_empty");
    String model = fields.requiredText("model", LONGEST_MODEL);
    String prompt = fields.text("promptText", 512);
    fields.integer("seed", 0, 999_999_999, 0);
    fields.bool("watermark");
    int seconds = seconds(model, fields);
    Ratio ratio = fields.ratio(IMAGE_RATIOS);
    return new Order(CreateRoute.IMAGE_TO_VIDEO, prompt, image, seconds, ratio);
  }

  private static int seconds(String model, OrderFields fields) {
    int seconds = (int) fields.integer("duration", 2, 10, 5);
    if (model.equals("gen3a_turbo") && seconds != 5 && seconds != 10) {
      fields.refuse("duration must be 5 or 10");
    }
    return seconds;
  }

  /** The model takes the length of its input; whatever that is, the clip plays five seconds. */
  private static Order videoToVideo(OrderFields fields) {
    String video = fields.source("videoUri", "video", LONGEST_VIDEO_DATA, "invalid_request");
    fields.requiredText("model", LONGEST_MODEL);
    String prompt = fields.requiredText("promptText", 1000);
    fields.integer("seed", 0, 4_294_967_295L, 0);
    fields.references();
    Ratio ratio = fields.ratio(VIDEO_RATIOS);
    return new Order(CreateRoute.VIDEO_TO_VIDEO, prompt, video, 5, ratio);
  }
}
