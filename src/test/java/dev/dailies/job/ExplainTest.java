package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people are told of a task's history. */
class ExplainTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  private @TempDir Path folder;
  private Rehearsal job;

  @BeforeEach
  void prepare() {
    job = new Rehearsal(folder, api.baseUrl()).shots("cat");
  }

  private static ResponseDefinitionBuilder failed(String code, String reason) {
    String more = ",\"failure\":\"" + reason + "\",\"failureCode\":\"" + code + "\"";
    return StubbedApi.task("FAILED", more).withHeader("X-Request-Id", "req-look");
  }

  @Test
  void tellsOfADoubtAndHowToSettleIt() {
    api.creates(StubbedApi.error(502, "bad_gateway").withHeader("X-Request-Id", "req-7"));
    job.run();

    Typed typed = job.type("explain", "cat");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out())
        .startsWith("cat is in doubt: ")
        .contains("Row: line 2\n")
        .contains("Asked for: image_to_video \"cat\"")
        .containsPattern(
            "Attempt 1 at cometapi .*: sent [A-Z].*, outcome unknown, no ticket, price")
        .containsPattern("not sent -> being sent: attempt 1")
        .containsPattern("being sent -> in doubt: attempt 1, HTTP 502, request id req-7, .+")
        .contains("Not repeated: nobody here knows whether the provider took it")
        .containsPattern("Cost: \\$0\\.00, and perhaps \\$0\\.\\d\\d more")
        .containsPattern(
            """
            Next: The clip may exist\\.
                    Open http://.* and look for a task sent .* with this prompt\\.
                    Found: --adopt TICKET. Not found: --resubmit. Do not want it: --give-up.
            """)
        .contains("    dailies resolve " + job.manifest() + " cat --adopt TICKET --dailies.")
        .contains("    dailies resolve " + job.manifest() + " cat --resubmit --dailies.")
        .contains("    dailies resolve " + job.manifest() + " cat --give-up --dailies.");
  }

  @Test
  void tellsEveryAttemptAndWhyItWasRepeated() {
    api.looks("cat", failed("INTERNAL.BAD_OUTPUT", "it broke"), StubbedApi.succeeded(""));
    job.run();
    Typed before = job.type("explain", "cat");
    job.type("retry");
    Typed between = job.type("explain", "cat");
    job.run();

    Typed after = job.type("explain", "cat");

    assertThat(before.out())
        .startsWith("cat failed (INTERNAL.BAD_OUTPUT): it broke")
        .contains("Not repeated: a repeat is a new payment")
        .contains("    dailies retry " + job.manifest() + " cat --dailies.");
    assertThat(between.out())
        .startsWith("cat is to be sent again")
        .contains("To be sent again: a person wants it again")
        .contains("    dailies run " + job.manifest() + " --dailies.");
    assertThat(after.out())
        .startsWith("cat is delivered")
        .containsPattern("Attempt 1 at .*accepted .*, ended .*, ticket cat, price asked \\$0")
        .containsPattern("Attempt 2 at .*accepted .*, ended .*, ticket cat_2, price asked \\$0")
        .contains("HTTP 200, request id req-look, INTERNAL.BAD_OUTPUT, it broke")
        .contains("failed -> to be sent again: attempt 1, a person wants it again")
        .contains("Next: nothing to do; its clip is here.");
  }

  @Test
  void tellsWhatModerationTurnedDownToBeEdited() {
    api.looks("cat", failed("SAFETY.INPUT.TEXT", "no"));
    job.run();

    assertThat(job.type("explain", "cat").out())
        .contains("Not repeated: moderation would turn the same request down again.")
        .contains("Edit the row and run again")
        .doesNotContain("dailies retry");
  }

  @Test
  void tellsOfEveryTakeUnlessOneIsNamed() {
    job.manifest("id,prompt,image,takes", "cat,cat,https://example.org/cat.jpg,2");
    api.creates(StubbedApi.error(502, "bad_gateway"));
    job.run();

    Typed shot = job.type("explain", "cat");
    Typed take = job.type("explain", "CAT@2");

    assertThat(shot.out())
        .contains("cat is in doubt", "\n\ncat@2 is in doubt", " cat@1 --resubmit");
    assertThat(take.out()).startsWith("cat@2 is in doubt").doesNotContain("cat is in doubt");
    assertThat(job.type("explain", "cat@1").out())
        .contains(" cat@1 --resubmit", " cat@1 --give-up")
        .doesNotContain(" cat --");
  }

  @Test
  void isFitToBePassedOn() {
    String signed = "https://files.example.org/a.png?X-Signature=SIGNED";
    String prompt = "like " + signed + " and data:image/png;base64,AAAA";
    job.manifest("id,prompt,image", "cat,\"" + prompt + "\"," + signed);
    api.creates(StubbedApi.json("{\"id\":\"t-1\"}"));
    api.looks(failed("ASSET.INVALID", "cannot read " + signed));
    job.run();

    for (String flag : new String[] {"--json", "--verbose"}) {
      Typed typed = job.type("explain", "cat", flag);
      assertThat(typed.code()).as("%s", typed).isZero();
      assertThat(typed.out())
          .contains("files.example.org/a.png")
          .doesNotContain("SIGNED", "AAAA", "sk-rehearsal");
    }
  }

  @Test
  void tellsARowThatCannotBePlanned() {
    job.manifest("id,prompt,image", "cat,,not a link").run();

    assertThat(job.type("explain", "line:2").out())
        .startsWith("line:2 is refused (MANIFEST)")
        .contains("Never sent: its row cannot be planned.")
        .contains("Correct the row and run again.");
  }

  @Test
  void tellsProgramsTheSame() {
    api.creates(StubbedApi.error(502, "bad_gateway").withHeader("X-Request-Id", "req-7"));
    job.run();

    JsonNode told = JsonMapper.shared().readTree(job.type("explain", "cat", "--json").out());

    assertThat(told.path("message_type").asString()).isEqualTo("explanation");
    assertThat(told.path("state").asString()).isEqualTo("IN_DOUBT");
    assertThat(told.path("line").asInt()).isEqualTo(2);
    assertThat(told.path("attempts").path(0).path("number").asInt()).isEqualTo(1);
    assertThat(told.path("attempts").path(0).path("sent_at").asString()).endsWith("Z");
    assertThat(told.path("attempts").path(0).path("price_asked").isNumber()).isTrue();
    JsonNode step = told.path("history").path(1);
    assertThat(step.path("http_status").asInt()).isEqualTo(502);
    assertThat(step.path("request_id").asString()).isEqualTo("req-7");
    assertThat(told.path("where_to_look").asString()).contains("in the simulator's list");
    assertThat(told.path("commands").size()).isEqualTo(3);
    assertThat(told.path("cost").path("maybe").isNumber()).isTrue();
  }

  @Test
  void saysThatThereIsNoSuchTask() {
    job.run();

    Typed typed = job.type("explain", "dog");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err())
        .contains("there is no task dog in this output folder; results.csv has each id");
  }

  @Test
  void takesAnIdAsTheListHasIt() throws IOException {
    job.manifest("id,prompt,image,takes", Rehearsal.row("SC01/SH010", "cat") + ",2").run();

    assertThat(job.type("explain", "SC01/SH010").out())
        .contains("SC01_SH010 is delivered", "SC01_SH010@2 is delivered");
    assertThat(job.type("explain", "sc01/sh010@2").out()).startsWith("SC01_SH010@2 is");
    assertThat(job.type("fetch", "SC01/SH010").err()).contains("SC01_SH010 is delivered");
    assertThat(job.type("explain", "SC01 SH010").err())
        .isEqualTo(
            "dailies: 'SC01 SH010' cannot"
                + " be an ID; write a shot, as in shot-001, or a task, as in shot-001@2;"
                + " results.csv has each id; see dailies explain --help\n");
  }
}
