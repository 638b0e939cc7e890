package dev.dailies.simulator.clip;

import java.util.ArrayList;
import java.util.List;

/**
 * A coded scene: one picture of a landscape, over which the camera swings to and fro.
 *
 * @param pictures one unit each, the key picture first
 */
record VideoStream(Frame frame, List<byte[]> pictures) {

  static final int PICTURES_PER_SECOND = 24;

  /** How long the camera takes to swing to the right and back, in pictures. */
  private static final int SWING = 5 * PICTURES_PER_SECOND;

  private static final int QUARTERS = 4;

  static VideoStream of(Scene scene) {
    Frame frame = new Frame(scene.width(), scene.height());
    Landscape landscape = new Landscape(frame.codedWidth(), frame.codedHeight(), scene.look());
    List<byte[]> pictures = new ArrayList<>();
    pictures.add(KeyPicture.of(frame, landscape));
    for (int index = 1; index < scene.seconds() * PICTURES_PER_SECOND; index++) {
      int right = swing(Frame.PAN, index, 1);
      int down = swing(Frame.TILT, index, 2);
      pictures.add(MovedPicture.of(frame, index, right, down));
    }
    return new VideoStream(frame, List.copyOf(pictures));
  }

  /** A place between 0 and so many pixels, in quarters of a pixel. */
  private static int swing(int reach, int index, int times) {
    double angle = 2 * StrictMath.PI * times * index / SWING;
    return (int) Math.round(QUARTERS * reach * (1 - StrictMath.cos(angle)) / 2);
  }
}
