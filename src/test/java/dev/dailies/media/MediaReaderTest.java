package dev.dailies.media;

import static dev.dailies.delivery.Mp4.box;
import static dev.dailies.delivery.Mp4.ftyp;
import static dev.dailies.delivery.Mp4.ints;
import static dev.dailies.delivery.Mp4.join;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaReaderTest {

  private final Path folder;

  MediaReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsAnMp4() throws IOException {
    byte[] movie = box("mvhd", join(ints(0, 0, 0, 2400, 12_345), new byte[80]));
    byte[] sound = track(0, 0, "mp4a");
    byte[] picture = track(1280, 768, "avc1");

    assertThat(read(join(ftyp("isom"), box("moov", join(movie, sound, picture)))))
        .isEqualTo(new MediaFacts(new BigDecimal("5.144"), 1280, 768, List.of("mp4a", "avc1")));
  }

  @Test
  void readsTimesOf64Bits() throws IOException {
    byte[] movie = box("mvhd", join(ints(0x01000000, 0, 0, 0, 0, 1000, 0, 4000), new byte[80]));

    assertThat(read(join(ftyp("qt  "), box("moov", movie))))
        .isEqualTo(new MediaFacts(new BigDecimal("4.000"), null, null, List.of()));
  }

  private static byte[] track(int width, int height, String codec) {
    byte[] header = box("tkhd", join(new byte[76], ints(width << 16, height << 16)));
    byte[] entry = box(codec, new byte[8]);
    byte[] descriptions = box("stsd", join(ints(0, 1), entry));
    byte[] media = box("mdia", box("minf", box("stbl", descriptions)));
    return box("trak", join(header, media));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif"})
  void readsThePixelsOfAPicture(String format) throws IOException {
    Path file = folder.resolve("picture");
    ImageIO.write(new BufferedImage(321, 45, BufferedImage.TYPE_INT_RGB), format, file.toFile());

    assertThat(MediaReader.read(file)).isEqualTo(MediaFacts.picture(321, 45));
  }

  @ParameterizedTest
  @CsvSource({
    "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA, 1, 1",
    "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==, 1, 1",
    "UklGRgAAAABXRUJQVlA4WAoAAAAAAAAA/wQA/wIA, 1280, 768"
  })
  void readsThreeKindsOfWebp(String base64, int width, int height) throws IOException {
    assertThat(read(Base64.getDecoder().decode(base64)))
        .isEqualTo(MediaFacts.picture(width, height));
  }

  @Test
  void knowsNothingOfWhatIsCutOrStrange() throws IOException {
    assertThat(MediaReader.read(folder.resolve("missing"))).isEqualTo(MediaFacts.NONE);
    assertThat(read("a text".getBytes(ISO_8859_1))).isEqualTo(MediaFacts.NONE);
    assertThat(read(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0}))
        .isEqualTo(MediaFacts.NONE);
    byte[] movie = join(ftyp("isom"), box("moov", box("mvhd", ints(0, 0, 0, 2400, 12_345))));
    for (int length = 8; length < movie.length; length++) {
      assertThat(read(Arrays.copyOf(movie, length)))
          .as("cut to %d bytes", length)
          .isEqualTo(MediaFacts.NONE);
    }
  }

  private MediaFacts read(byte[] bytes) throws IOException {
    return MediaReader.read(Files.write(folder.resolve("file"), bytes));
  }
}
