package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.UNDELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.dailies.cli.Typed;
import dev.dailies.ledger.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is free is tried again by itself, within a run and by later ones, before anybody is asked.
 */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class TriedAgainTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  private Rehearsal job() {
    return new Rehearsal(folder, api.baseUrl());
  }

  static Stream<ResponseDefinitionBuilder> passing() {
    return Stream.concat(
        Stream.of(400, 401, 402, 403, 404, 405, 409, 410, 416, 451, 500)
            .map(status -> StubbedApi.error(status, "ExpiredToken")),
        Stream.of(
            StubbedApi.html(),
            StubbedApi.json("{\"status\":\"not ready\"}"),
            aResponse().withBody(""),
            aResponse().withHeader("Content-Encoding", "gzip").withBody("no gzip"),
            aResponse().withStatus(302).withHeader("Location", "http://169.254.169.254/"),
            aResponse().withStatus(302).withHeader("Location", "ftp://example.org/")));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatPassesOnceIsDeliveredByTheSameRun(ResponseDefinitionBuilder once) {
    api.clips("shot-01", once, once, StubbedApi.clip(3_000));
    Rehearsal job = job().rows(1);

    Ran ran = job.run();

    assertThat(ran.in(DELIVERED)).containsExactly("shot-01");
    assertThat(ran.code()).isZero();
    assertThat(api.polls("shot-01")).as("fresh links before every try").isEqualTo(3);
    assertThat(api.posts()).hasSize(1);
    assertThat(job.file("shot-01.refused")).doesNotExist();
  }

  @Test
  void aLaterRunTriesAgainByItselfAndSoonEndsIfItIsInVain() {
    api.clips("shot-01", StubbedApi.error(404, "not yet"));
    Rehearsal job = job().rows(1);

    Ran first = job.run();
    api.server.resetRequests();
    Ran second = job.run();
    int inVain = api.downloads("shot-01");
    api.clips("shot-01", StubbedApi.clip(3_000));
    Ran third = job.run();

    assertThat(first.in(UNDELIVERED)).containsExactly("shot-01");
    assertThat(second.in(UNDELIVERED)).containsExactly("shot-01");
    assertThat(second.code()).isEqualTo(3);
    assertThat(inVain).isEqualTo(3);
    assertThat(third.in(DELIVERED)).containsExactly("shot-01");
    assertThat(third.code()).isZero();
    assertThat(job.file("shot-01.mp4")).hasBinaryContent(StubbedApi.mp4(3_000));
    assertThat(job.file("shot-01.json")).exists();
    assertThat(api.posts()).as("nothing was sent again").isEmpty();
  }

  @Test
  void noRunComesBackToAResultThatTheProviderNoLongerHasButFetchDoes() {
    api.looks("shot-01", StubbedApi.succeeded(""), StubbedApi.notExist());
    api.clips("shot-01", StubbedApi.error(403, "expired"));
    Rehearsal job = job().rows(1);

    Ran first = job.run();
    api.server.resetRequests();
    job.run();
    int asked = api.downloads("shot-01");
    api.clips("shot-01", StubbedApi.clip(3_000));
    Typed fetched = job.type("fetch", "shot-01");

    assertThat(first.view("shot-01").task().reasonCode()).isEqualTo("GONE");
    assertThat(asked).isZero();
    assertThat(fetched.code()).isZero();
  }

  @Test
  void aTaskThatFinishedWithoutAResultIsLookedAtByLaterRuns() {
    api.looks("shot-01", StubbedApi.task("SUCCEEDED", ",\"output\":[]"));
    Rehearsal job = job().rows(1);

    Ran first = job.run();
    api.looks("shot-01", StubbedApi.succeeded(""));
    Ran second = job.run();

    assertThat(first.view("shot-01").task().reasonCode()).isEqualTo("NO_OUTPUT");
    assertThat(second.in(DELIVERED)).containsExactly("shot-01");
  }

  @Test
  void fetchAsksForFreshLinksFirst() throws IOException {
    api.looks("shot-01", StubbedApi.succeeded("?v=old"));
    stubOldLink(StubbedApi.error(400, "ExpiredToken"));
    Rehearsal job = job().rows(1).keyFile();
    Ran before = job.run();
    api.looks("shot-01", StubbedApi.succeeded("?v=new"));
    api.server.resetRequests();

    Typed fetched = job.type("fetch", "shot-01");

    assertThat(before.in(UNDELIVERED)).containsExactly("shot-01");
    assertThat(before.view("shot-01").task().reasonCode()).isEqualTo("EXPIRED");
    assertThat(fetched.code()).isZero();
    assertThat(api.downloads("shot-01")).as("the old link is not asked again").isEqualTo(1);
  }

  private void stubOldLink(ResponseDefinitionBuilder answer) {
    api.server.stubFor(
        get(urlPathEqualTo("/clips/shot-01.mp4"))
            .withQueryParam("v", equalTo("old"))
            .willReturn(answer));
  }

  @Test
  void aGoodClipIsNotLostForAFileThatIsNone() throws IOException {
    api.looks("shot-01", StubbedApi.succeededTwice());
    api.server.stubFor(
        get(urlPathEqualTo("/clips/shot-01~b.mp4")).willReturn(StubbedApi.error(404, "no")));
    Rehearsal job = job().rows(1);

    Ran ran = job.run();
    List<Output> outputs = ran.view("shot-01").outputs();
    Typed verified = job.type("verify");
    String results = Files.readString(job.file("results.csv"));
    JsonNode warnings = warnings(job);
    api.server.stubFor(
        get(urlPathEqualTo("/clips/shot-01~b.mp4")).willReturn(StubbedApi.clip(500)));
    Ran later = job.run();

    assertThat(ran.in(DELIVERED)).containsExactly("shot-01");
    assertThat(outputs.get(0).file()).isNotNull();
    assertThat(outputs.get(1).file()).isNull();
    assertThat(outputs.get(1).warning()).contains("404");
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    assertThat(results).contains("output 2 is not here");
    assertThat(warnings).hasSize(1);
    assertThat(warnings.path(0).path("id").asString()).isEqualTo("shot-01");
    assertThat(warnings.path(0).path("reason").asString()).startsWith("output 2 is not here: ");
    assertThat(warnings(job)).as("once it is here").isEmpty();
    assertThat(later.view("shot-01").outputs()).allMatch(output -> output.file() != null);
    assertThat(later.view("shot-01").outputs()).allMatch(output -> output.warning() == null);
    assertThat(job.file("shot-01~2.mp4")).hasBinaryContent(StubbedApi.mp4(500));
    assertThat(job.file("shot-01~2.json")).exists();
    assertThat(Files.readString(job.file("shot-01.json"))).contains("\"warnings\"");
  }

  private static JsonNode warnings(Rehearsal job) throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(job.file("summary.json")))
        .path("warnings");
  }

  @Test
  void linksThatComeInAnotherOrderAreToldByWhatTheyName() {
    api.looks(
        "shot-01",
        StubbedApi.succeededTwice(),
        StubbedApi.task(
            "SUCCEEDED",
            ",\"output\":[\"{{request.baseUrl}}/clips/shot-01~b.mp4?sig=2\","
                + "\"{{request.baseUrl}}/clips/shot-01.mp4?sig=2\"]"));
    api.server.stubFor(get(urlEqualTo("/clips/shot-01.mp4")).willReturn(StubbedApi.clip(3_000)));
    api.server.stubFor(
        get(urlEqualTo("/clips/shot-01~b.mp4")).willReturn(StubbedApi.error(403, "expired")));
    api.server.stubFor(
        get(urlEqualTo("/clips/shot-01~b.mp4?sig=2")).willReturn(StubbedApi.clip(4_000)));
    Rehearsal job = job().rows(1);

    Ran ran = job.run();

    assertThat(ran.in(DELIVERED)).containsExactly("shot-01");
    assertThat(job.file("shot-01.mp4")).hasBinaryContent(StubbedApi.mp4(3_000));
    assertThat(job.file("shot-01~2.mp4")).hasBinaryContent(StubbedApi.mp4(4_000));
  }

  @Test
  void theKeyGoesToTheGatewaysOwnClipsAndNowhereElse() {
    StubbedApi elsewhere = new StubbedApi();
    api.looks("shot-01", StubbedApi.succeeded(""));
    api.looks(
        "shot-02",
        StubbedApi.json(
            "{\"id\":\"shot-02\",\"status\":\"SUCCEEDED\",\"output\":[\""
                + elsewhere.baseUrl()
                + "/clips/shot-02.mp4\"]}"));

    try (elsewhere) {
      Ran ran = job().rows(2).run();

      assertThat(ran.count(DELIVERED)).isEqualTo(2);
      api.server.verify(
          getRequestedFor(urlPathEqualTo("/clips/shot-01.mp4"))
              .withHeader("Authorization", equalTo("Bearer sk-rehearsal")));
      elsewhere.server.verify(
          getRequestedFor(urlPathEqualTo("/clips/shot-02.mp4"))
              .withHeader("Authorization", absent()));
    }
  }

  @Test
  void fetchingOneWaitsForThatOneAlone() {
    api.clips("shot-01", StubbedApi.error(503, "down"));
    api.clips("shot-02", StubbedApi.html());
    Rehearsal job = job().rows(2).api("give-up-after", "2s");
    job.run();
    api.clips("shot-02", StubbedApi.clip(2_000));
    api.server.resetRequests();

    Typed fetched = job.type("fetch", "shot-02");

    assertThat(fetched.out()).contains("1 delivered");
    assertThat(api.downloads("shot-01")).isZero();
    assertThat(api.downloads("shot-02")).isEqualTo(1);
  }

  @Test
  void aClipThatWasDeletedOrDamagedComesBackUnderItsName() throws IOException {
    Rehearsal job = job().rows(3);
    job.run();
    Files.delete(job.file("shot-01.mp4"));
    byte[] damaged = StubbedApi.mp4(2_000);
    damaged[damaged.length - 1]++;
    Files.write(job.file("shot-02.mp4"), damaged);

    Typed told = job.type("run");
    Typed explained = job.type("explain", "shot-01");
    Typed all = job.type("fetch");
    Typed named = job.type("fetch", "shot-02");
    Typed verified = job.type("verify");

    assertThat(told.out()).contains("shot-01.mp4 is missing").contains("fetch");
    assertThat(explained.out()).contains("is missing").doesNotContain("its clip is here");
    assertThat(all.code()).as(all.out() + all.err()).isZero();
    assertThat(all.out()).contains("(1 in this run)").doesNotContain("Nothing to do");
    assertThat(job.file("shot-01.mp4")).hasBinaryContent(StubbedApi.mp4(2_000));
    assertThat(named.code()).as(named.out() + named.err()).isZero();
    assertThat(job.file("shot-02.mp4")).hasBinaryContent(StubbedApi.mp4(2_000));
    assertThat(job.file("shot-02.mp4.damaged")).hasBinaryContent(damaged);
    assertThat(verified.code()).isZero();
    assertThat(api.posts()).hasSize(3);
  }

  @Test
  void aClipThatTheProviderHasChangedSinceDoesNotTakeThePlaceOfTheOldOne() throws IOException {
    Rehearsal job = job().rows(1);
    job.run();
    Files.write(job.file("shot-01.mp4"), new byte[10]);
    api.clips("shot-01", StubbedApi.clip(4_000));

    Typed fetched = job.type("fetch", "shot-01");

    assertThat(job.file("shot-01.mp4")).hasBinaryContent(new byte[10]);
    assertThat(job.file("shot-01.refused")).hasBinaryContent(StubbedApi.mp4(4_000));
    assertThat(fetched.out()).contains("shot-01.mp4 has 10 bytes");
  }

  @Test
  void explainTellsTheLinkOfWhatIsNotHereAndTheSignatureOnlyWhenAsked() {
    api.looks("shot-01", StubbedApi.succeeded("?sig=secret"));
    api.clips("shot-01", StubbedApi.html());
    Rehearsal job = job().rows(1);
    job.run();

    Typed plain = job.type("explain", "shot-01");
    Typed whole = job.type("explain", "shot-01", "--links");

    assertThat(plain.out())
        .contains(api.baseUrl() + "/clips/shot-01.mp4")
        .contains("shot-01.refused")
        .contains("--links")
        .doesNotContain("sig=secret");
    assertThat(whole.out()).contains("/clips/shot-01.mp4?sig=secret");
  }

  @Test
  void whatIsOnlyUndeliveredIsToBeFetchedAndNotEdited() throws IOException {
    api.clips("shot-01", StubbedApi.html());

    Typed typed = job().rows(1).keyFile().type("run");

    assertThat(typed.out())
        .contains("Next: ")
        .contains(" fetch ")
        .contains("free")
        .doesNotContain("edit the rows");
  }
}
