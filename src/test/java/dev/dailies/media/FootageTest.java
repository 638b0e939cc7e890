package dev.dailies.media;

import static dev.dailies.delivery.Mp4.box;
import static dev.dailies.delivery.Mp4.ftyp;
import static dev.dailies.delivery.Mp4.ints;
import static dev.dailies.delivery.Mp4.join;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.simulator.clip.ClipFile;
import dev.dailies.simulator.clip.ClipStudio;
import dev.dailies.simulator.clip.Scene;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootageTest {

  private final Path file;

  FootageTest(@TempDir Path folder) {
    this.file = folder.resolve("clip.mp4");
  }

  private Optional<Footage> read(byte[]... boxes) throws IOException {
    return Footage.of(Files.write(file, join(ftyp("isom"), box("moov", join(boxes)))));
  }

  private static byte[] track(String kind, int ticksInASecond, int... runs) {
    byte[] handler = box("hdlr", join(ints(0, 0), kind.getBytes(ISO_8859_1), new byte[13]));
    byte[] header = box("mdhd", ints(0, 0, 0, ticksInASecond, 0, 0));
    byte[] times = box("stts", join(ints(0, runs.length / 2), ints(runs)));
    return box("trak", box("mdia", join(header, handler, box("minf", box("stbl", times)))));
  }

  @Test
  void countsTheFramesOfAPlayableClip() throws IOException {
    ClipFile clip = new ClipStudio().make(new Scene(320, 180, 5, 0), "title", 0);
    try (OutputStream out = Files.newOutputStream(file)) {
      clip.write(out, 0, clip.length());
    }

    Footage footage = Footage.of(file).orElseThrow();

    assertThat(footage.hasSound()).isFalse();
    assertThat(BigDecimal.valueOf(footage.frames()).divide(footage.rate()))
        .isEqualByComparingTo("5");
  }

  @Test
  void takesTheRateOfMostFramesAndHearsTheSound() throws IOException {
    assertThat(read(track("soun", 48_000, 200, 1024), track("vide", 24_000, 119, 1001, 1, 500)))
        .contains(new Footage(120, new BigDecimal("23.976"), true));
  }

  @Test
  void knowsNothingOfFragmentsOfPicturesAndOfWhatIsCut() throws IOException {
    assertThat(read(track("vide", 24_000))).isEmpty();
    assertThat(read(track("vide", 24_000, 10, 0))).isEmpty();
    assertThat(read(track("soun", 48_000, 200, 1024))).isEmpty();
    assertThat(Footage.of(Files.writeString(file, "a text"))).isEmpty();
    assertThat(Footage.of(file.resolveSibling("missing"))).isEmpty();
    byte[] whole = track("vide", 24, 10, 1);
    for (int cut = 8; cut < whole.length; cut++) {
      read(Arrays.copyOf(whole, cut));
    }
  }
}
