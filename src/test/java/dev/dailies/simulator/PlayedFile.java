package dev.dailies.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.simulator.clip.Boxes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** What a player would find in a file. */
final class PlayedFile {

  private PlayedFile() {}

  /** The size of a PNG, as in {@code 320x180}. */
  static String pictureSize(byte[] file) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
    return picture.getWidth() + "x" + picture.getHeight();
  }

  /** The file must be a complete video; where ffprobe is installed, it must find its size. */
  static void assertPlays(byte[] file, int width, int height) throws Exception {
    assertThat(Boxes.in(ByteBuffer.wrap(file))).containsKeys("ftyp", "moov", "mdat");
    Path clip = Files.createTempFile("clip", ".mp4");
    try {
      Files.write(clip, file);
      assertThat(probe(clip)).isIn("absent", width + "," + height);
    } finally {
      Files.delete(clip);
    }
  }

  private static String probe(Path clip) throws Exception {
    Process probe;
    try {
      probe =
          new ProcessBuilder(
                  "ffprobe",
                  "-v",
                  "error",
                  "-show_entries",
                  "stream=width,height",
                  "-of",
                  "csv=p=0",
                  clip.toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException absent) {
      return "absent";
    }
    return new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
