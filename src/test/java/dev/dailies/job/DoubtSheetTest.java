package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import dev.dailies.text.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A doubt is told alike by the terminal, summary.json, the page and explain. */
class DoubtSheetTest {

  @TempDir private Path folder;

  @Test
  void saysTheSameEverywhere() throws IOException {
    try (StubbedApi api = new StubbedApi()) {
      api.creates(StubbedApi.error(502, "bad_gateway").withHeader("X-Request-Id", "req-7"));
      Rehearsal job = new Rehearsal(folder, api.baseUrl());
      job.manifest("id,prompt,image,takes", "cat,a yawning cat,https://example.org/cat.jpg,2");
      job.run();

      String summary = job.type("run").out();
      String terminal = job.type("resolve").out();
      String page = Files.readString(job.file("report.html"));
      JsonNode doubts = new JsonMapper().readTree(job.file("summary.json")).get("in_doubt");

      assertThat(doubts.values())
          .extracting(DoubtSheetTest::decision)
          .containsExactly("cat@1 --adopt TICKET", "cat@2 --adopt TICKET");
      assertThat(page).containsPattern("dailies resolve [^ ]+</pre>");
      for (JsonNode doubt : doubts) {
        String at = doubt.get("look_at").asString();
        String where = doubt.get("where_to_look").asString();
        String sent = Times.second(Instant.parse(doubt.get("sent_at").asString()));
        String decision = decision(doubt);
        Typed explained = job.type("explain", doubt.get("name").asString());
        assertThat(List.of("Look " + where, "Request id req-7", decision))
            .allMatch(terminal::contains);
        assertThat(terminal).contains("Sent " + sent + " to cometapi", "\"a yawning cat\"");
        assertThat(summary)
            .contains("  in doubt: sent " + sent + " to cometapi", "2 doubts to settle: dailies");
        String named = "<h3>" + doubt.get("name").asString() + " ";
        assertThat(List.of("Open " + at, "request id req-7", named)).allMatch(page::contains);
        assertThat(List.of(at, "request id req-7", sent, decision))
            .allMatch(explained.out()::contains);
      }
    }
  }

  /**
   * What is typed between the target and the flags, which a report and a terminal name otherwise.
   */
  private static String decision(JsonNode doubt) {
    return doubt.at("/commands/0").asString().replaceAll(".* (cat@\\d --adopt TICKET).*", "$1");
  }
}
