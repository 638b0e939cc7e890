package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.SimulatorRecords;
import dev.dailies.settings.SimulatorSetup;
import dev.dailies.simulator.Simulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A few shots are looked at before the others are paid for. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class SampleTest {

  @AutoClose
  private final Simulator simulator =
      Simulator.start(
          SimulatorSetup.of(Map.of("generation-time", "200ms", "jitter", "0", "latency", "10ms")),
          0);

  @TempDir Path folder;
  private Rehearsal job;

  /**
   * Twelve shots: ten alike, one of another shape, and one that makes a picture; two takes each.
   */
  @BeforeEach
  void write() {
    job =
        new Rehearsal(folder, simulator.baseUrl().toString())
            .manifest(
                "id,prompt,image,references,operation,ratio,takes",
                IntStream.rangeClosed(1, 12).mapToObj(SampleTest::row).toArray(String[]::new));
  }

  private static String row(int n) {
    return switch (n) {
      case 2 -> "s02,p,https://example.org/cat.jpg,,,720:1280,2";
      case 3 -> "s03,p,,https://example.org/cat.jpg,text_to_image,1024:1024,2";
      default -> "s%02d,p,https://example.org/cat.jpg,,,1280:720,2".formatted(n);
    };
  }

  @Test
  void sendsThreeThatDifferMostAndThenOthers() throws Exception {
    Ran first = job.set("sample", "3").run();

    assertThat(first.code()).isEqualTo(8);
    assertThat(first.in(DELIVERED)).hasSize(3).contains("s02", "s03");
    assertThat(creates()).isEqualTo(3);

    List<String> second = job.run().in(DELIVERED);

    assertThat(second).hasSize(6).containsAll(first.in(DELIVERED));
    assertThat(creates()).isEqualTo(6);
    assertThat(job.keyFile().type("run").out())
        .contains(
            "Only a sample of 3 shots is sent.",
            "15 takes are left",
            "; the next run sends them all, or 3 with --sample=3");
    assertThat(job.without("sample").run().code()).isZero();
    assertThat(creates()).isEqualTo(24);
  }

  @Test
  void spreadsOverTheManifestWhatIsAlike() {
    List<String> sent = job.set("sample", "6").run().in(DELIVERED);

    assertThat(sent).contains("s02", "s03");
    TreeSet<String> alike = new TreeSet<>(sent);
    alike.removeAll(List.of("s02", "s03"));
    assertThat(alike.first()).isLessThan("s06");
    assertThat(alike.last()).isGreaterThan("s08");
  }

  @Test
  void aSampleOfAllIsAll() {
    job.manifest("id,prompt,image", "a,a,https://example.org/cat.jpg");

    assertThat(job.set("sample", "3").run().code()).isZero();
  }

  @Test
  void furtherTakesFollowWhereNoFirstOneIsLeft() {
    job.manifest("id,prompt,image,takes", "a,a,https://example.org/cat.jpg,4");
    job.set("sample", "1").run();

    Ran second = job.set("sample", "2").run();

    assertThat(second.in(DELIVERED)).containsExactly("a", "a@2", "a@3");
    assertThat(second.code()).isEqualTo(8);
  }

  @Test
  void whatADeathHasLeftOfASampleIsSentFirst() {
    job.set("sample", "3").set("limit", "1").run();

    job.without("limit").run();

    assertThat(creates()).isEqualTo(3);
  }

  private long creates() {
    return new SimulatorRecords(simulator.baseUrl().toString()).counts().creates();
  }
}
