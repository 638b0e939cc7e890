package dev.dailies.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fresh link belongs to which result. */
class RenewedLinksTest {

  private static List<String> renewed(List<String> before, List<String> fresh) {
    List<Output> outputs =
        List.of(new Output(1, before.get(0), null), new Output(2, before.get(1), null));
    return RenewedLinks.of(outputs, fresh).stream().map(Output::url).toList();
  }

  /** The fresh links come in the other order; the first column names the first result's. */
  @ParameterizedTest
  @CsvSource({
    "https://a.example/1.mp4?s=1, https://a.example/2.mp4?s=1, https://a.example/1.mp4?s=2,"
        + " https://a.example/2.mp4?s=2",
    "https://a.example/x/clip.mp4?s=1, https://a.example/y/clip.mp4?s=1,"
        + " https://b.example/x/clip.mp4?s=2, https://b.example/y/clip.mp4?s=2",
    "https://a.example/s1/x/clip.mp4, https://a.example/s1/y/clip.mp4,"
        + " https://a.example/s2/x/clip.mp4, https://a.example/s2/y/clip.mp4",
    "https://a.example/x/s1/clip.mp4, https://a.example/y/s1/clip.mp4,"
        + " https://a.example/x/s2/clip.mp4, https://a.example/y/s2/clip.mp4",
    "https://a.example/get?id=1&s=1, https://a.example/get?id=2&s=1,"
        + " https://a.example/get?id=1&s=2, https://a.example/get?id=2&s=2",
    "https://a.example/get?id=1&s=1, https://a.example/get?id=2&s=1,"
        + " https://b.example/get?id=1&s=2, https://b.example/get?id=2&s=2",
    "https://a.example/view?filename=c.mp4&subfolder=x,"
        + " https://a.example/view?filename=c.mp4&subfolder=y,"
        + " https://b.example/view?filename=c.mp4&subfolder=x,"
        + " https://b.example/view?filename=c.mp4&subfolder=y",
  })
  void areToldByWhatTheyName(String one, String two, String freshOne, String freshTwo) {
    assertThat(renewed(List.of(one, two), List.of(freshTwo, freshOne)))
        .containsExactly(freshOne, freshTwo);
    assertThat(renewed(List.of(one, two), List.of(freshOne, freshTwo)))
        .containsExactly(freshOne, freshTwo);
  }

  @Test
  void areTakenInTheirOrderWhereNothingTells() {
    assertThat(
            renewed(
                List.of("https://a.example/q1", "https://a.example/q2"),
                List.of("https://a.example/r1", "https://a.example/r2")))
        .containsExactly("https://a.example/r1", "https://a.example/r2");
  }
}
