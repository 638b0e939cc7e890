package dev.dailies.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files, also those that Java cannot spell without a locale. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FileNamesTest {

  private @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "größe.png",
        "50% off.mp4",
        "a b#c?d;e.mp4",
        "猫.mp4",
        "sub/ä.png",
        "../x",
        "😀",
        "+[]"
      })
  void theBytesOfANameAreTheName(String name) throws IOException {
    Path in = folder.resolve("in");
    Files.createDirectories(in.resolve("sub"));

    assertThat(FileNames.byBytes(in, name))
        .isEqualTo(FileNames.in(in, name))
        .isEqualTo(in.resolve(name));
    assertThat(FileNames.byBytes(folder.resolve("not/there"), name))
        .isEqualTo(folder.resolve("not/there").resolve(name));
    assertThat(FileNames.byBytes(folder, "/" + name)).isEqualTo(Path.of("/" + name));
  }

  @Test
  void whatNoFileSystemTakesIsRefusedAsEver() {
    assertThatThrownBy(() -> FileNames.in(folder, "a\0b")).isInstanceOf(InvalidPathException.class);
  }

  @Test
  void whatJavaCannotSpellIsToldAsItIs() {
    Path odd = Path.of(URI.create("file:///films/Flu%DF/gr%C3%BCn.png"));

    assertThat(FileNames.isSpelled(odd)).isFalse();
    assertThat(FileNames.text(odd)).isEqualTo("/films/Flu\ufffd/grün.png");
    assertThat(FileNames.text(Path.of("/films/x").relativize(odd)))
        .isEqualTo("../Flu\ufffd/grün.png");
    assertThat(FileNames.isSpelled(folder)).isTrue();
    assertThat(FileNames.text(folder)).isEqualTo(folder.toString());
  }

  @Test
  void tellsWhereANameLeads() {
    assertThat(FileNames.hasRoot("/ä")).isTrue();
    assertThat(FileNames.hasRoot("ä/b")).isFalse();
    assertThat(FileNames.isPlain("ä.part")).isTrue();
    assertThat(FileNames.isPlain("a/ä.part")).isFalse();
    assertThat(FileNames.isPlain("..")).isFalse();
  }
}
