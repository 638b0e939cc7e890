package dev.dailies.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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

  /**
   * Results by their file, those in capitals are not here yet; the fresh links by their file; and
   * whose links the results have then, {@code -} for its own of before.
   */
  @ParameterizedTest
  @CsvSource({
    "A B C, c, - - c",
    "A B C, b, - b -",
    "A B C, c a, a - c",
    "A B C, c b a, a b c",
    "A b C, c b, - b c",
    "A B C, x, - - -",
    "A B C, x c, - - c",
    "A B C, y x, - - -",
    "A B C, x c y, x y c",
    "A B, a a, a -",
    "A B, b b, - b",
    "A B, b a c, a b c",
    "A B, c b, c b",
    "A B, c d b, c b d",
    "A, x y, x y",
    "a, x y, - x y",
    "a B, x y z, - y x z",
    "A, x, x",
    "A B, '', - -",
  })
  void fewerOrMoreOverwriteNoneThatTheyAreNot(String before, String fresh, String then) {
    List<Output> outputs = new ArrayList<>();
    for (String file : before.split(" ", -1)) {
      boolean here = file.equals(file.toLowerCase(Locale.ROOT));
      String url = link(file.toLowerCase(Locale.ROOT), "1");
      outputs.add(
          new Output(
              outputs.size() + 1,
              url,
              here ? new DeliveredFile("clip.mp4", 1, "00", "video/mp4") : null));
    }
    List<String> links =
        Stream.of(fresh.split(" ")).filter(f -> !f.isEmpty()).map(f -> link(f, "2")).toList();

    List<Output> renewed = RenewedLinks.of(outputs, links);

    List<String> expected = new ArrayList<>();
    for (String file : then.split(" ", -1)) {
      expected.add(file.equals("-") ? outputs.get(expected.size()).url() : link(file, "2"));
    }
    assertThat(renewed).extracting(Output::url).isEqualTo(expected);
  }

  private static String link(String file, String signature) {
    return "https://a.example/" + file + ".mp4?s=" + signature;
  }

  @Test
  void oneOfTwoNamesakesIsToldByItsFolder() {
    assertThat(
            renewed(
                List.of("https://a.example/x/clip.mp4?s=1", "https://a.example/y/clip.mp4?s=1"),
                List.of("https://b.example/y/clip.mp4?s=2")))
        .containsExactly("https://a.example/x/clip.mp4?s=1", "https://b.example/y/clip.mp4?s=2");
    List<String> before = List.of("https://a.example/clip.mp4?s=1", "https://b.example/clip.mp4");
    assertThat(renewed(before, List.of("https://c.example/clip.mp4?s=3"))).isEqualTo(before);
  }
}
