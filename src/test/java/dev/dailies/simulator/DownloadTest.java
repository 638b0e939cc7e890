package dev.dailies.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

  private final HandClock clock = new HandClock(Instant.parse("2026-11-20T10:00:00Z"));
  private final Simulator simulator =
      Simulator.start(
          Settings.of("generation-time=0s", "clip-size=512KB", "link-life=1h"),
          0,
          clock,
          new Random(4));
  private final Caller caller = new Caller(simulator);
  private URI link = URI.create("");
  private byte[] whole = {};

  @BeforeEach
  void finishATask() throws Exception {
    link = caller.link(caller.create("a cat"));
    whole = Caller.download(link).body();
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void saysLengthTypeAndTag() throws Exception {
    HttpResponse<byte[]> answer = Caller.download(link);

    assertThat(answer.headers().firstValue("Content-Type")).contains("video/mp4");
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(512 * 1024);
    assertThat(answer.headers().firstValue("Accept-Ranges")).contains("bytes");
    assertThat(answer.headers().firstValue("ETag").orElse("")).matches("\"[0-9a-f]{32}\"");
  }

  @Test
  void differentTasksHaveDifferentClips() throws Exception {
    URI other = caller.link(caller.create("a cat"));

    assertThat(Caller.download(other).body()).isNotEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=100-199, 100, 200",
    "bytes=500000-, 500000, 524288",
    "bytes=-10, 524278, 524288",
    "bytes=-999999, 0, 524288",
    "bytes=524287-999999999, 524287, 524288",
  })
  void servesOneRange(String range, int from, int to) throws Exception {
    HttpResponse<byte[]> answer = Caller.download(link, "Range", range);

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.headers().firstValue("Content-Range"))
        .contains("bytes " + from + "-" + (to - 1) + "/524288");
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(whole, from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=524288-", "bytes=-0", "bytes=600000-700000"})
  void refusesARangeBeyondTheEnd(String range) throws Exception {
    HttpResponse<byte[]> answer = Caller.download(link, "Range", range);

    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */524288");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=-", "bytes=5-4", "bytes=0-1,4-5", "pages=1-2", "bytes=a-b"})
  void servesTheWholeForARangeItDoesNotUnderstand(String range) throws Exception {
    assertThat(Caller.download(link, "Range", range).body()).isEqualTo(whole);
  }

  @Test
  void servesTheWholeIfTheTagIsAnother() throws Exception {
    String tag = Caller.download(link).headers().firstValue("ETag").orElseThrow();

    assertThat(Caller.download(link, "Range", "bytes=5-", "If-Range", tag).statusCode())
        .isEqualTo(206);
    assertThat(Caller.download(link, "Range", "bytes=5-", "If-Range", "\"x\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void opensOnlyToTheWholeLink() throws Exception {
    String text = link.toString();

    assertThat(status(text.substring(0, text.indexOf('?')))).isEqualTo(403);
    assertThat(status(text.substring(0, text.length() - 1))).isEqualTo(403);
    assertThat(status(text.replace("_jwt=", "_jwt=a.b.c&x="))).isEqualTo(403);
    String other = caller.create("another cat");
    assertThat(status(text.replaceFirst("/clips/[^.]+", "/clips/" + other))).isEqualTo(403);
  }

  @Test
  void linksExpireAndEachLookGivesAFreshOne() throws Exception {
    String ticket = caller.create("a cat");
    URI early = caller.link(ticket);
    clock.advance(Duration.ofMinutes(61));

    assertThat(status(early.toString())).isEqualTo(403);
    assertThat(status(caller.link(ticket).toString())).isEqualTo(200);
  }

  private static int status(String link) throws Exception {
    return Caller.download(URI.create(link)).statusCode();
  }
}
