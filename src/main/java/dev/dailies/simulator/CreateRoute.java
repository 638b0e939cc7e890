package dev.dailies.simulator;

import java.util.Arrays;
import java.util.Optional;

/** The routes that create tasks. Their order is part of every ticket. */
enum CreateRoute {
  IMAGE_TO_VIDEO("/runwayml/v1/image_to_video"),
  VIDEO_TO_VIDEO("/runwayml/v1/video_to_video");

  private final String path;

  CreateRoute(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  static Optional<CreateRoute> of(String path) {
    return Arrays.stream(values()).filter(route -> route.path.equals(path)).findFirst();
  }
}
