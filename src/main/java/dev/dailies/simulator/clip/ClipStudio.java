package dev.dailies.simulator.clip;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes clips. Remembers the scenes that were last asked for, since many clips show the same. */
public final class ClipStudio {

  private static final int SCENES = 64;

  private final Map<Scene, VideoStream> streams =
      new LinkedHashMap<>(SCENES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Scene, VideoStream> eldest) {
          return size() > SCENES;
        }
      };

  /**
   * Makes a clip of a scene. The bytes depend on the arguments only.
   *
   * @param title makes the bytes differ from those of other clips of the scene
   * @param leastSize in bytes
   */
  public ClipFile make(Scene scene, String title, long leastSize) {
    byte[] file = Mp4.file(stream(scene), title);
    return file.length >= leastSize ? new ClipFile(file, 0) : padded(file, leastSize);
  }

  /**
   * Makes a picture of a scene's beginning, as a PNG. The bytes depend on the arguments only.
   *
   * @param title makes the bytes differ from those of other pictures of the scene
   */
  public ClipFile still(Scene scene, String title) {
    return ClipFile.of(Still.of(scene, title));
  }

  private static ClipFile padded(byte[] file, long leastSize) {
    long zeros = Math.max(0, leastSize - file.length - Box.HEADER_SIZE);
    return new ClipFile(Box.join(file, Box.header("free", zeros)), zeros);
  }

  private synchronized VideoStream stream(Scene scene) {
    return streams.computeIfAbsent(scene, VideoStream::of);
  }
}
