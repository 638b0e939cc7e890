package dev.dailies.provider.cometapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.AShot;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Problem;
import dev.dailies.provider.models.Models;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputRulesTest {

  private static final byte[] MP4 = "\0\0\0\030ftypisom".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] PNG = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);

  /** With 22 characters before the first byte, and four for every three. */
  private static final int LARGEST = 12_582_894;

  private final WireFormat official;
  private final WireFormat compat;
  private final Path folder;

  InputRulesTest(@TempDir Path folder) {
    this.folder = folder;
    Models models = Models.load(CometapiFactory.class, null);
    Inputs inputs = new Inputs(folder);
    official = new OfficialFormat("cometapi", "https://api.example", models, inputs);
    compat =
        new CompatFormat(
            "cometapi", "https://api.example", models, inputs, URI.create("https://c.example/"));
  }

  @BeforeEach
  void placeFiles() throws IOException {
    Files.write(folder.resolve("take.mp4"), MP4);
    Files.write(folder.resolve("still.png"), PNG);
    Files.createFile(folder.resolve("empty.mp4"));
  }

  @Test
  void aFileTravelsOnlyAsTheVideoOfAnOfficialVideoToVideo() {
    assertThat(problems(official, AShot.videoToVideo().video("take.mp4"))).isEmpty();
    assertError(compat, AShot.videoToVideo().video("take.mp4"), "video", "no upload");
    assertError(official, AShot.imageToVideo().image("still.png"), "image", "no upload");
    assertError(compat, AShot.imageToVideo().image("still.png"), "image", "no upload");
    assertError(official, AShot.videoToVideo().references("still.png"), "references", "no upload");
  }

  @ParameterizedTest
  @EnumSource(names = {"VIDEO_UPSCALE", "CHARACTER_PERFORMANCE"})
  void noOtherVideoTravels(Operation operation) {
    for (String video : List.of("take.mp4", "data:video/mp4;base64,AAAA")) {
      assertError(official, AShot.of(operation).video(video), "video", "CometAPI");
    }
  }

  @Test
  void namesTheProviderTypesThatTakeFiles() {
    assertThat(problems(official, AShot.imageToVideo().image("still.png")).get(0).fix())
        .contains("runway", "generator", "comfyui");
  }

  @Test
  void aDataUriTravelsOnlyAsTheVideoOfAnOfficialVideoToVideo() {
    String video = "data:video/mp4;base64,AAAA";
    String image = "data:image/png;base64,AAAA";

    assertThat(problems(official, AShot.videoToVideo().video(video))).isEmpty();
    assertError(compat, AShot.videoToVideo().video(video), "video", "no data URI");
    assertError(official, AShot.imageToVideo().image(image), "image", "no data URI");
    assertError(official, AShot.videoToVideo().references(image), "references", "no data URI");
  }

  @Test
  void aVideoIsAVideo() {
    assertError(official, AShot.videoToVideo().video("still.png"), "video", "image/png");
    assertError(
        official, AShot.videoToVideo().video("data:image/png;base64,AAAA"), "video", "image/png");
  }

  @Test
  void aFileTravelsWithin16MegabytesOfText() throws IOException {
    AShot shot = AShot.videoToVideo().video("take.mp4");

    lengthen(LARGEST);
    assertThat(problems(official, shot)).isEmpty();
    lengthen(LARGEST + 1);
    assertError(official, shot, "video", "16777218 characters long, and 16777216 are taken");
  }

  @Test
  void aDataUriTravelsWithin16MegabytesOfText() {
    int most = (InputRules.LONGEST - 22) / 4 * 4;

    assertThat(
            problems(
                official, AShot.videoToVideo().video("data:video/mp4;base64," + "A".repeat(most))))
        .isEmpty();
    assertThat(
            problems(
                official,
                AShot.videoToVideo().video("data:video/mp4;base64," + "A".repeat(most + 4))))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).contains("16777216 are taken");
              assertThat(problem.value()).hasSizeLessThan(100);
            });
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    assertError(official, AShot.videoToVideo().video("gone.mp4"), "video", "no such file");
    assertError(official, AShot.videoToVideo().video("empty.mp4"), "video", "is empty");
    assertError(compat, AShot.imageToVideo().image("gone.png"), "image", "no such file");
  }

  @Test
  void anAddressIsHttps() {
    assertThat(problems(official, AShot.imageToVideo().image("HTTPS://a.example/1"))).isEmpty();
    assertError(official, AShot.imageToVideo().image("http://a.example/1"), "image", "no https");
    assertError(compat, AShot.imageToVideo().image("runway://1"), "image", "no https");
  }

  private void lengthen(int bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("take.mp4").toFile(), "rw")) {
      file.setLength(bytes);
    }
  }

  private static List<Problem> problems(WireFormat format, AShot shot) {
    return format.review(shot.build()).problems();
  }

  private static void assertError(WireFormat format, AShot shot, String column, String message) {
    assertThat(problems(format, shot).stream().filter(Problem::isError))
        .filteredOn(problem -> problem.column().equals(column))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).contains(message);
              assertThat(problem.fix()).isNotBlank();
            });
  }
}
