package dev.dailies.simulator.cometapi;

import dev.dailies.provider.Operation;
import dev.dailies.simulator.task.Order;
import dev.dailies.simulator.task.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What the compat routes demand of a body, after CometAPI's pages on them. */
final class CompatOrders {

  static final Map<String, BiFunction<String, OrderFields, Order>> ROUTES =
      Map.of(
          "/runway/pro/generate", CompatOrders::generate,
          "/runway/pro/video2video", CompatOrders::videoToVideo,
          "/runway/pro/act_one", CompatOrders::actOne);

  private static final int LONGEST = 2048;
  private static final List<String> MOTION = List.of("x", "y", "z", "r", "bg_x_pan", "bg_y_pan");

  private CompatOrders() {}

  /** One path for two operations: a body with an image animates that. */
  private static Order generate(String route, OrderFields fields) {
    callback(fields);
    String prompt = fields.requiredText("prompt", LONGEST);
    String model = fields.requiredText("model", LONGEST);
    if (fields.has("image")) {
      return Order.by(Operation.IMAGE_TO_VIDEO, route)
          .of(model, prompt)
          .from(url("image", fields), null)
          .lasting(seconds(fields.within("options")), fields.ratio());
    }
    fields.requiredText("ratio", LONGEST);
    fields.requiredText("style", LONGEST);
    return Order.by(Operation.TEXT_TO_VIDEO, route)
        .of(model, prompt)
        .lasting(cameraAndSeconds(fields.within("options")), fields.ratio());
  }

  private static Order videoToVideo(String route, OrderFields fields) {
    callback(fields);
    String video = url("video", fields);
    String prompt = fields.text("prompt", LONGEST);
    String model = fields.text("model", LONGEST);
    OrderFields options = fields.within("options");
    options.bool("flip");
    return Order.by(Operation.VIDEO_TO_VIDEO, route)
        .of(model, prompt)
        .from(null, video)
        .lasting(seconds(options), Shape.WIDE);
  }

  private static Order actOne(String route, OrderFields fields) {
    callback(fields);
    String video = url("video", fields);
    return Order.by(Operation.CHARACTER_PERFORMANCE, route).from(url("image", fields), video);
  }

  private static void callback(OrderFields fields) {
    fields.requiredText("callback_url", LONGEST, "callback_url_empty");
  }

  private static String url(String name, OrderFields fields) {
    String url = fields.requiredText(name, LONGEST);
    if (!url.isBlank() && !url.matches("https?://.+")) {
      fields.refuse(name + " must be a URL");
    }
    return url;
  }

  private static int cameraAndSeconds(OrderFields options) {
    options.number("seconds");
    OrderFields motion = options.within("motion_vector");
    MOTION.forEach(motion::number);
    return seconds(options);
  }

  private static int seconds(OrderFields options) {
    return (int) options.integer("seconds", 5, 10, 5);
  }
}
