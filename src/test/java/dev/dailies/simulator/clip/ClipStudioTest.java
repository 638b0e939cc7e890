package dev.dailies.simulator.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipStudioTest {

  private static final Scene WIDE = new Scene(320, 180, 5, 3);
  private static final int LENGTH_FIELD = 4;

  private final ClipStudio studio = new ClipStudio();

  @Test
  void indexComesBeforeTheVideo() throws IOException {
    byte[] file = make(WIDE, 0);

    assertThat(Boxes.in(ByteBuffer.wrap(file))).containsOnlyKeys("ftyp", "moov", "mdat");
    assertThat(List.copyOf(Boxes.in(ByteBuffer.wrap(file)).keySet()))
        .containsExactly("ftyp", "moov", "mdat");
  }

  @Test
  void indexPointsToEveryPicture() throws IOException {
    byte[] file = make(WIDE, 0);
    ByteBuffer sizes = table(file, "stsz");
    int count = sizes.getInt(8);
    int place = table(file, "stco").getInt(8);

    assertThat(count).isEqualTo(5 * VideoStream.PICTURES_PER_SECOND);
    for (int picture = 0; picture < count; picture++) {
      int size = sizes.getInt(12 + 4 * picture);
      assertThat(ByteBuffer.wrap(file).getInt(place)).isEqualTo(size - LENGTH_FIELD);
      assertThat(file[place + LENGTH_FIELD]).isEqualTo((byte) (picture == 0 ? 0x65 : 0x01));
      place += size;
    }
    assertThat(place).isEqualTo(file.length);
  }

  @ParameterizedTest
  @CsvSource({"320,180,5", "180,320,10", "320,242,5", "320,320,5", "320,136,10"})
  void hasTheSizeAndLengthOfItsScene(int width, int height, int seconds) throws IOException {
    byte[] file = make(new Scene(width, height, seconds, 0), 0);
    ByteBuffer track = Boxes.at(file, "moov", "trak", "tkhd");
    ByteBuffer movie = Boxes.at(file, "moov", "mvhd");

    assertThat(track.getInt(76) >> 16).isEqualTo(width);
    assertThat(track.getInt(80) >> 16).isEqualTo(height);
    assertThat(movie.getInt(16) / movie.getInt(12)).isEqualTo(seconds);
    assertThat(file).hasSizeLessThan(300_000);
  }

  @Test
  void bytesDependOnTheArgumentsOnly() throws IOException {
    byte[] file = make(WIDE, 0);

    assertThat(make(WIDE, 0)).isEqualTo(file);
    assertThat(bytes(new ClipStudio().make(WIDE, "title", 0))).isEqualTo(file);
    assertThat(bytes(studio.make(WIDE, "other", 0))).isNotEqualTo(file);
  }

  @Test
  void looksDiffer() throws IOException {
    assertThat(make(new Scene(320, 180, 5, 4), 0)).isNotEqualTo(make(WIDE, 0));
  }

  @Test
  void fillsUpWithAnEmptyBox() throws IOException {
    byte[] padded = make(WIDE, 1_000_000);

    assertThat(padded).hasSize(1_000_000);
    assertThat(Boxes.in(ByteBuffer.wrap(padded)).keySet()).endsWith("mdat", "free");
  }

  @Test
  void paddingThatIsSmallerThanABoxMakesTheClipALittleLarger() throws IOException {
    int length = make(WIDE, 0).length;

    assertThat(make(WIDE, length)).hasSize(length);
    assertThat(make(WIDE, length + 1)).hasSize(length + 8);
    assertThat(Boxes.in(ByteBuffer.wrap(make(WIDE, length + 1)))).containsKey("free");
  }

  @Test
  void anyPartIsThatPartOfTheWhole() throws IOException {
    ClipFile clip = studio.make(WIDE, "title", 400_000);
    ByteBuffer whole = ByteBuffer.wrap(bytes(clip));
    for (int from = 0; from < whole.limit(); from += 49_999) {
      int count = Math.min(77_777, whole.limit() - from);
      ByteArrayOutputStream part = new ByteArrayOutputStream();
      clip.write(part, from, count);
      assertThat(ByteBuffer.wrap(part.toByteArray())).isEqualTo(whole.slice(from, count));
    }
  }

  @Test
  void decodesWithoutAComplaint(@TempDir Path folder) throws Exception {
    assumeTrue(runs("ffmpeg", "-version"), "ffmpeg is not installed");
    Path file = Files.write(folder.resolve("clip.mp4"), make(WIDE, 0));
    Process decoding =
        new ProcessBuilder("ffmpeg", "-v", "error", "-i", file.toString(), "-f", "null", "-")
            .redirectErrorStream(true)
            .start();

    String complaints =
        new String(decoding.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(complaints).isEmpty();
    assertThat(decoding.waitFor()).isZero();
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private byte[] make(Scene scene, long leastSize) throws IOException {
    return bytes(studio.make(scene, "title", leastSize));
  }

  private static byte[] bytes(ClipFile clip) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    clip.write(out, 0, clip.length());
    return out.toByteArray();
  }

  private static ByteBuffer table(byte[] file, String type) {
    return Boxes.at(file, "moov", "trak", "mdia", "minf", "stbl", type);
  }
}
