package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.SUCCEEDED;
import static dev.dailies.ledger.TaskState.UNDELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.pacing.StopReason.Kind;
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

/** A finished task is DELIVERED when all its files are on disk, and only then. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class DeliveryTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  private Rehearsal job() {
    return new Rehearsal(folder, api.baseUrl());
  }

  @Test
  void fetchesEveryOutput() {
    api.looks("shot-01", StubbedApi.succeededTwice());
    Rehearsal job = job().rows(2);

    Ran ran = job.run();

    assertThat(ran.count(DELIVERED)).isEqualTo(2);
    assertThat(clips(job)).containsExactly("shot-01.mp4", "shot-01~2.mp4", "shot-02.mp4");
    assertThat(job.file("shot-01~2.mp4")).hasBinaryContent(StubbedApi.mp4(2_000));
    assertThat(ran.view("shot-01").outputs())
        .extracting(output -> String.valueOf(output.file()))
        .allMatch(file -> file.contains("video/mp4"));
  }

  @Test
  void keepsNoPageThatComesInPlaceOfAClip() {
    api.clips("shot-01", StubbedApi.html());
    Rehearsal job = job().rows(2);

    Ran ran = job.run();

    assertThat(ran.in(UNDELIVERED)).containsExactly("shot-01");
    assertThat(ran.view("shot-01").task().reasonCode()).isEqualTo("NOT_A_CLIP");
    assertThat(clips(job)).containsExactly("shot-01.refused", "shot-02.mp4");
    assertThat(job.file("shot-01.refused")).content().contains("Welcome");
    assertThat(ran.code()).isEqualTo(3);
  }

  @Test
  void asksTheTaskForAFreshLinkWhenOneHasExpired() {
    api.looks("shot-01", StubbedApi.succeeded("?v=old"), StubbedApi.succeeded("?v=new"));
    api.server.stubFor(
        get(urlPathEqualTo("/clips/shot-01.mp4"))
            .withQueryParam("v", equalTo("old"))
            .willReturn(StubbedApi.error(404, "expired")));

    Ran ran = job().rows(1).run();

    assertThat(ran.in(DELIVERED)).containsExactly("shot-01");
    assertThat(api.polls("shot-01")).isEqualTo(2);
    assertThat(api.downloads("shot-01")).isEqualTo(2);
  }

  @Test
  void givesUpWhenFreshLinksHaveExpiredToo() {
    api.clips("shot-01", StubbedApi.error(410, "gone"));

    Ran ran = job().rows(1).run();

    assertThat(ran.in(UNDELIVERED)).containsExactly("shot-01");
    assertThat(api.downloads("shot-01")).isEqualTo(7);
  }

  @Test
  void triesAgainWhenTheServerHasTrouble() {
    api.clips("shot-01", StubbedApi.error(500, "boom"), StubbedApi.clip(3_000));
    Rehearsal job = job().rows(1);

    Ran ran = job.run();

    assertThat(ran.in(DELIVERED)).containsExactly("shot-01");
    assertThat(job.file("shot-01.mp4")).hasBinaryContent(StubbedApi.mp4(3_000));
  }

  @Test
  void leavesAClipThatCannotBeFetchedNowToTheNextRun() {
    api.clips("shot-01", StubbedApi.error(503, "down"));
    Rehearsal job = job().rows(2).api("give-up-after", "1s");
    Ran first = job.run();
    api.clips("shot-01", StubbedApi.clip(2_000));

    Ran second = job.run();

    assertThat(first.in(SUCCEEDED)).containsExactly("shot-01");
    assertThat(first.code()).isEqualTo(5);
    assertThat(second.count(DELIVERED)).isEqualTo(2);
    assertThat(second.code()).isZero();
  }

  @Test
  void stopsWhenTheDiskTakesNoFiles() throws IOException {
    Rehearsal job = job().rows(1);
    Files.createDirectories(job.file("shot-01.part").resolve("in the way"));

    Ran first = job.run();
    Files.delete(job.file("shot-01.part").resolve("in the way"));
    Files.delete(job.file("shot-01.part"));
    Ran second = job.run();

    assertThat(first.in(SUCCEEDED)).containsExactly("shot-01");
    assertThat(first.stop(Kind.FAILURE).text()).contains("cannot store shot-01");
    assertThat(first.code()).isEqualTo(1);
    assertThat(second.in(DELIVERED)).containsExactly("shot-01");
    assertThat(api.posts("shot-01")).isEqualTo(1);
  }

  /** Whatever lies in the output folder except the reports. */
  private static List<String> clips(Rehearsal job) {
    try (Stream<Path> files = Files.list(job.output())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.contains("shot-") && !name.endsWith(".json"))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
