package dev.dailies;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise of the product, point by point: wherever a command dies, nothing is lost. */
class KillPointIT {

  private static final List<Crossing> MOST_TELLING =
      List.of(
          Crossing.of("commit SUBMITTING fox#1 after"),
          Crossing.of("POST fox#1 after"),
          Crossing.of("rename fox.mp4#1 before"),
          Crossing.of("rename fox.mp4#1 after"));

  @Test
  void deathsBetweenIntentAndDeliveryLoseNothing(@TempDir Path folder) {
    try (KillPoints points = new KillPoints(folder)) {
      System.out.println(points.points(KillScene.FIRST_RUN));
    }
  }
}
