package dev.dailies.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.manifest.table.ManifestReader;
import dev.dailies.provider.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleDataTest {

  private static List<CheckedRow> judge(String file) {
    RowCheck check = StudioProvider.check();
    List<CheckedRow> verdicts = new ArrayList<>();
    try (ManifestReader reader = ManifestReader.open(Path.of("sample-data", file))) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        verdicts.add(check.judge(row));
      }
    }
    return verdicts;
  }

  @Test
  void hasOnlyGoodRowsToShowWith() {
    List<CheckedRow> verdicts = judge("shots.csv");

    assertThat(verdicts).hasSize(14).allSatisfy(row -> assertThat(row.problems()).isEmpty());
    assertThat(verdicts.stream().mapToInt(row -> row.takes().size()).sum()).isEqualTo(19);
    assertThat(verdicts.stream().map(CheckedRow::key)).doesNotHaveDuplicates();
  }

  @Test
  void showsAllRatiosOfCometApi() {
    Set<String> ratios =
        judge("shots.csv").stream()
            .map(row -> String.valueOf(row.takes().get(0).shot().ratio()))
            .collect(Collectors.toSet());

    assertThat(ratios)
        .containsExactlyInAnyOrder(
            "1280:720",
            "720:1280",
            "1104:832",
            "832:1104",
            "960:960",
            "1584:672",
            "1280:768",
            "768:1280");
  }

  @Test
  void showsOneMistakePerRow() {
    assertThat(judge("broken.csv"))
        .extracting(row -> row.row().line() + " " + columns(row))
        .containsExactly(
            "2 ",
            "3 id",
            "4 id",
            "5 id",
            "6 id",
            "7 prompt",
            "8 image",
            "9 image",
            "10 image",
            "11 image",
            "12 image",
            "13 operation",
            "14 operation",
            "15 provider",
            "16 duration",
            "17 duration",
            "18 duration",
            "19 ratio",
            "20 seed",
            "21 takes",
            "22 watermark",
            "23 image, duration, ratio, seed, takes",
            "24 watermark",
            "25 image, image",
            "26 ");
  }

  private static String columns(CheckedRow checked) {
    return checked.problems().stream().map(Problem::column).collect(Collectors.joining(", "));
  }
}
