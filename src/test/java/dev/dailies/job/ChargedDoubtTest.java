package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.Sandbox;
import dev.dailies.cli.Typed;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tasks that were charged, and whose answers never came. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ChargedDoubtTest {

  @TempDir private Path folder;

  @Test
  void areInDoubtForWhatTheyWereCharged() throws IOException {
    try (Sandbox deaf = new Sandbox("generation-time=100ms", "lose-answer-share=1");
        Sandbox well = new Sandbox("generation-time=100ms")) {
      Rehearsal job = new Rehearsal(folder, deaf.url()).keyFile().rows(2);
      assertThat(job.type("run").code()).isEqualTo(12);
      job.api("base-url", well.url()).rows(3);

      Typed run = job.type("run", "--json");

      JsonNode summary =
          new JsonMapper()
              .readTree(run.out().strip().lines().reduce((one, last) -> last).orElseThrow());
      assertThat(usd(summary, "in_doubt_usd"))
          .isEqualByComparingTo(usd(deaf.records().money("cometapi"), "spentUsd"))
          .isEqualByComparingTo("0.64");
      assertThat(usd(summary, "spent_usd"))
          .isEqualByComparingTo(usd(well.records().money("cometapi"), "spentUsd"))
          .isEqualByComparingTo("0.32");
    }
  }

  private static BigDecimal usd(JsonNode of, String field) {
    return of.path(field).decimalValue();
  }
}
