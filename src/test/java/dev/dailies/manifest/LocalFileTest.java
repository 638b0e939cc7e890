package dev.dailies.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.Inputs;
import dev.dailies.provider.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that name files beside the manifest. */
class LocalFileTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};
  private static final byte[] MP4 = {0, 0, 0, 16, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'};

  private static final byte[] HEIC = {0, 0, 0, 16, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c'};

  @TempDir Path folder;
  private Inputs inputs = Rows.INPUTS;

  @BeforeEach
  void fill() throws IOException {
    inputs = new Inputs(folder);
    Files.createDirectory(folder.resolve("in"));
    Files.write(folder.resolve("in/my cat.png"), PNG);
    Files.write(folder.resolve("cat.mp4"), MP4);
    Files.write(folder.resolve("IMG_0001.HEIC"), HEIC);
    Files.write(folder.resolve("phone.jpg"), HEIC);
    Files.writeString(folder.resolve("cat.jpg"), "<html>not found</html>");
    Files.createFile(folder.resolve("empty.png"));
  }

  @Test
  void keepsThePathAsTheRowGivesIt() {
    CheckedRow checked = judge("image", "in/my cat.png");

    assertThat(checked.problems()).isEmpty();
    assertThat(checked.takes().get(0).shot().image()).isEqualTo("in/my cat.png");
  }

  @ParameterizedTest
  @CsvSource({
    "image, cat.mp4, 'the file is video/mp4, by its first bytes', name an image",
    "video, in/my cat.png, 'the file is image/png, by its first bytes', name a video",
    "references, cat.mp4, 'the file is video/mp4, by its first bytes', name an image",
    "image, IMG_0001.HEIC, 'the file is a HEIC picture, as phones take them', convert it to JPEG"
        + " or PNG",
    "image, phone.jpg, 'the file is a HEIC picture, as phones take them', convert it to JPEG or"
        + " PNG",
    "video, phone.jpg, 'the file is a HEIC picture, as phones take them', name a video",
    "references, phone.jpg, 'the file is a HEIC picture, as phones take them', convert it to JPEG"
        + " or PNG",
    "image, cat.jpg, 'by its first bytes the file is neither an image nor a video', give another",
    "image, empty.png, the file is empty, give another",
    "image, in, this is no file, name a file",
    "image, gone.png, there is no such file, paths are relative to the manifest; correct it"
  })
  void refusesWhatCannotBeSent(String column, String cell, String message, String fix) {
    assertThat(judge(column, cell).problems())
        .containsExactly(Problem.error(column, cell, message, fix));
  }

  @Test
  void aFileWithOtherContentIsAnEdit() throws IOException {
    String before = judge("image", "in/my cat.png").digest();
    Files.write(folder.resolve("copy.png"), PNG);
    assertThat(judge("image", "copy.png").digest()).isEqualTo(before);

    Files.write(folder.resolve("in/my cat.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});

    assertThat(judge("image", "in/my cat.png").digest()).isNotEqualTo(before);
  }

  @Test
  void tellsRowsThatNameFiles() {
    assertThat(Rows.with("image", "in/my cat.png").namesFiles(inputs)).isTrue();
    assertThat(Rows.with("references", "https://a.example/1.png | cat.mp4").namesFiles(inputs))
        .isTrue();
    assertThat(Rows.with("options.end", "cat.mp4").namesFiles(inputs)).isTrue();
    assertThat(Rows.with("video", "yet to come.mp4").namesFiles(inputs)).isTrue();
    assertThat(Rows.with("options.end", "7").namesFiles(inputs)).isFalse();
    assertThat(Rows.with("image", "https://a.example/1.png").namesFiles(inputs)).isFalse();
    assertThat(Rows.with("style", "cinematic").namesFiles(inputs)).isFalse();
  }

  private CheckedRow judge(String column, String cell) {
    return StudioProvider.check(inputs).judge(Rows.with(column, cell));
  }
}
