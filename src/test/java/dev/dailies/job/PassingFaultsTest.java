package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A night at a gateway whose files fail one time in four, each time another way. */
@Timeout(value = 900, threadMode = ThreadMode.SEPARATE_THREAD)
class PassingFaultsTest {

  private static final long SEED = 12;
  private static final int TRIES = 6;

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  @Test
  void everyClipIsDeliveredAndNobodyIsAsked() {
    rehearse(40);
  }

  @Test
  @Tag("chaos")
  void threeHundredOfThreeHundredAreDelivered() {
    rehearse(300);
  }

  private void rehearse(int rows) {
    Random random = new Random(SEED);
    for (int row = 1; row <= rows; row++) {
      api.clips("shot-%02d".formatted(row), answers(random));
    }
    Rehearsal job =
        new Rehearsal(folder, api.baseUrl())
            .rows(rows)
            .api("window", "50")
            .set("download.concurrency", "16")
            .set("download.patience", "20s")
            .set("download.idle-timeout", "2s");

    Ran ran = job.run();

    assertThat(ran.count(DELIVERED)).isEqualTo(rows);
    assertThat(ran.code()).isZero();
    assertThat(api.posts()).hasSize(rows);
  }

  /** Five in a hundred of each kind; after so many tries all is well. */
  private static ResponseDefinitionBuilder[] answers(Random random) {
    return Stream.concat(
            Stream.generate(() -> answer(random.nextInt(20))).limit(TRIES),
            Stream.of(StubbedApi.clip(2_000)))
        .toArray(ResponseDefinitionBuilder[]::new);
  }

  private static ResponseDefinitionBuilder answer(int dice) {
    List<ResponseDefinitionBuilder> faults =
        List.of(
            StubbedApi.html(),
            StubbedApi.error(403, "forbidden"),
            StubbedApi.error(500, "boom"),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            StubbedApi.clip(2_000).withFixedDelay(4_000));
    return dice < faults.size() ? faults.get(dice) : StubbedApi.clip(2_000);
  }
}
