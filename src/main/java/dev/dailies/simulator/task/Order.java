package dev.dailies.simulator.task;

import dev.dailies.provider.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What a valid create asks for, as far as the simulator cares.
 *
 * @param id the client's own id of the task, where the format has one
 * @param route the path that was called
 * @param model empty if none was named
 * @param prompt empty if there is none
 * @param image the image to start from
 * @param video the video to start from
 * @param seconds how long the clip shall play
 */
public record Order(
    @Nullable String id,
    Operation operation,
    String route,
    String model,
    String prompt,
    @Nullable String image,
    @Nullable String video,
    int seconds,
    Shape shape) {

  /** An order of nothing yet but an operation by a route. */
  public static Order by(Operation operation, String route) {
    return new Order(null, operation, route, "", "", null, null, 5, Shape.WIDE);
  }

  /** The same order under the client's id. */
  public Order as(String clientId) {
    return new Order(clientId, operation, route, model, prompt, image, video, seconds, shape);
  }

  /** The same order of a model with a prompt. */
  public Order of(String modelName, String text) {
    return new Order(id, operation, route, modelName, text, image, video, seconds, shape);
  }

  /** The same order from an image, a video, both, or neither. */
  public Order from(@Nullable String anImage, @Nullable String aVideo) {
    return new Order(id, operation, route, model, prompt, anImage, aVideo, seconds, shape);
  }

  /** The same order of so many seconds in that shape. */
  public Order lasting(int duration, Shape picture) {
    return new Order(id, operation, route, model, prompt, image, video, duration, picture);
  }
}
