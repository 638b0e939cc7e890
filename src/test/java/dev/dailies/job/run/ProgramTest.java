package dev.dailies.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a page tells its reader to type. */
class ProgramTest {

  @Test
  void aJarOfThisFolderIsCalledAsItWas() {
    assertThat(Program.plain("java -jar target/dailies.jar"))
        .isEqualTo("java -jar target/dailies.jar");
  }

  @Test
  void aJarElsewhereIsNotCalledByItsBareNameWhichStartsNothing() {
    assertThat(Program.plain("java -jar " + Path.of("dailies.jar").toAbsolutePath()))
        .isEqualTo("dailies");
  }
}
