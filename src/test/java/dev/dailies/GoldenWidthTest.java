package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What to type next is read in one line. */
class GoldenWidthTest {

  private static final String NEXT = "Next: ";

  /** Beyond the program's own name, which is as long as people have typed it. */
  private static final int WIDTH = 100;

  private static Stream<Path> goldens() throws IOException {
    try (Stream<Path> files = Files.list(Golden.FOLDER)) {
      return files.toList().stream();
    }
  }

  private static List<String> nextSteps(Path golden) throws IOException {
    return Files.readAllLines(golden).stream()
        .map(String::strip)
        .filter(line -> line.startsWith(NEXT))
        .map(line -> line.substring(NEXT.length()).replace("dailies ", ""))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void aNextStepIsShort(Path golden) throws IOException {
    assertThat(nextSteps(golden)).allMatch(step -> step.length() <= WIDTH);
  }

  @Test
  void thereAreNextSteps() throws IOException {
    assertThat(nextSteps(Golden.FOLDER.resolve("run-bad.txt"))).hasSize(1);
    assertThat(nextSteps(Golden.FOLDER.resolve("explain-doubt.txt"))).hasSize(1);
  }
}
