package dev.dailies.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.dailies.delivery.Downloads.local;
import static dev.dailies.delivery.Downloads.namesIn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.dailies.provider.http.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloaderTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort().dynamicHttpsPort()).build();

  private final Path folder;

  DownloaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private final Downloader downloader = Downloads.downloader();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 262_143, 262_144, 1_000_000, 3_500_000})
  void savesAClipByteForByte(int mediaBytes) throws Exception {
    byte[] clip = Mp4.clip(mediaBytes);
    serve(ok(clip));

    assertThat(download())
        .isEqualTo(new Downloaded.Saved("shot-001.mp4", clip.length, sha256(clip), "video/mp4"));
    assertThat(folder.resolve("shot-001.mp4")).hasBinaryContent(clip);
    assertThat(namesIn(folder)).containsExactly("shot-001.mp4");
  }

  @Test
  void savesAChunkedClip() {
    byte[] clip = Mp4.clip(100_000);
    serve(ok(clip).withChunkedDribbleDelay(5, 50));

    assertThat(download()).isInstanceOf(Downloaded.Saved.class);
    assertThat(folder.resolve("shot-001.mp4")).hasBinaryContent(clip);
  }

  @Test
  void tellsTheTypeByTheBytesWhateverTheHeadersSay() {
    serve(
        ok("GIF89a\1\0\1\0\0\0\0;".getBytes(UTF_8))
            .withHeader("Content-Type", "video/mp4")
            .withHeader("Content-Disposition", "attachment; filename=\"../../evil.sh\""));

    assertThat(download())
        .isInstanceOfSatisfying(
            Downloaded.Saved.class,
            saved -> {
              assertThat(saved.fileName()).isEqualTo("shot-001.gif");
              assertThat(saved.mediaType()).isEqualTo("image/gif");
            });
    assertThat(namesIn(folder)).containsExactly("shot-001.gif");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html><html>Sorry</html>", "{\"error\":\"expired\"}", "GI"})
  void anErrorPageIsNoClipWhateverTheHeadersSay(String page) {
    serve(ok(page.getBytes(UTF_8)).withHeader("Content-Type", "video/mp4"));

    assertThat(download()).isInstanceOf(Downloaded.NotAClip.class);
    assertThat(namesIn(folder)).isEmpty();
  }

  @Test
  void anEmptyAnswerMayBeAllThereLater() {
    serve(ok(new byte[0]));

    assertThat(download()).isEqualTo(new Downloaded.Incomplete("the answer is empty"));
    assertThat(namesIn(folder)).isEmpty();
  }

  @Test
  void aClipWithoutItsIndexIsNoClip() {
    serve(ok(Mp4.join(Mp4.ftyp("isom"), Mp4.box("mdat", new byte[5_000]))));

    assertThat(download())
        .isEqualTo(new Downloaded.Incomplete("the mp4 file is not whole: no moov box"));
    assertThat(namesIn(folder)).isEmpty();
  }

  @Test
  void aClipCutAtABoxBoundaryIsNoClip() {
    serve(ok(Mp4.join(Mp4.ftyp("isom"), Mp4.box("moov", new byte[32]))));

    assertThat(download())
        .isEqualTo(new Downloaded.Incomplete("the mp4 file is not whole: no mdat box"));
    assertThat(namesIn(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 410})
  void asksForAFreshLinkWhenThisOneIsNoLongerGood(int status) {
    serve(aResponse().withStatus(status).withBody("<Error>Request has expired</Error>"));

    assertThat(download())
        .isEqualTo(new Downloaded.Expired(status, "the server answered " + status));
    assertThat(namesIn(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304, 408, 416, 425, 429, 500, 502, 503, 504, 529})
  void triesAgainWhenTheServerMayRecover(int status) {
    serve(aResponse().withStatus(status));

    assertThat(download()).isInstanceOf(Downloaded.TryAgain.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {405, 413, 422, 451})
  void givesUpALinkThatTheServerRefuses(int status) {
    serve(aResponse().withStatus(status));

    assertThat(download()).isEqualTo(new Downloaded.NotAClip("the server answered " + status));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "7, PT7S",
        "0, PT0S",
        "100000000000, PT8784H",
        "-5, -",
        "soon, -",
        "9999999999999999999999, PT8784H",
        "'Wed, 21 Oct 2015 07:28:00 GMT', -"
      },
      nullValues = "-")
  void passesOnHowLongTheServerAsksToWait(String header, Duration wait) {
    serve(aResponse().withStatus(429).withHeader("Retry-After", header));

    assertThat(download()).isEqualTo(new Downloaded.TryAgain("the server answered 429", wait));
  }

  @Test
  void passesOnUntilWhenTheServerAsksToWait() {
    String inAMinute =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(60));
    serve(aResponse().withStatus(503).withHeader("Retry-After", inAMinute));

    assertThat(download())
        .isInstanceOfSatisfying(
            Downloaded.TryAgain.class,
            again ->
                assertThat(again.retryAfter())
                    .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60)));
  }

  @Test
  void refusesAFileThatSaysItIsTooLarge() {
    serve(ok(Mp4.clip(5_000_000)));

    assertThat(download()).isEqualTo(new Downloaded.NotAClip("larger than 4194304 bytes", true));
    assertThat(namesIn(folder)).isEmpty();
  }

  @Test
  void stopsReadingAFileThatTurnsOutTooLarge() {
    serve(ok(Mp4.clip(5_000_000)).withChunkedDribbleDelay(2, 1));

    assertThat(download()).isEqualTo(new Downloaded.NotAClip("larger than 4194304 bytes", true));
    assertThat(namesIn(folder)).isEmpty();
  }

  @Test
  void anUntrustedCertificateIsFinal() {
    serve(ok(Mp4.clip(10)));

    assertThat(download(local("https://localhost:" + SERVER.getHttpsPort() + "/clip")))
        .isInstanceOfSatisfying(
            Downloaded.NotAClip.class,
            refused -> assertThat(refused.reason()).contains("certificate is not trusted"));
  }

  @Test
  void sendsNothingButItsName() {
    serve(ok(Mp4.clip(10)));

    download(local("http://user:password@localhost:" + SERVER.getPort() + "/clip"));

    SERVER.verify(
        getRequestedFor(anyUrl())
            .withHeader("User-Agent", equalTo(Network.USER_AGENT))
            .withHeader("Accept-Encoding", equalTo("identity"))
            .withHeader("Authorization", absent())
            .withHeader("Cookie", absent()));
  }

  @Test
  void replacesThePartOfAnEarlierTry() throws IOException {
    Files.writeString(folder.resolve("shot-001.part"), "left over".repeat(100_000));
    byte[] clip = Mp4.clip(1_000);
    serve(ok(clip));

    assertThat(download()).isInstanceOf(Downloaded.Saved.class);
    assertThat(folder.resolve("shot-001.mp4")).hasBinaryContent(clip);
    assertThat(namesIn(folder)).containsExactly("shot-001.mp4");
  }

  @Test
  void theSameClipUnderItsNameIsAsGoodAsSaved() throws Exception {
    byte[] clip = Mp4.clip(1_000);
    Files.write(folder.resolve("shot-001.mp4"), clip);
    serve(ok(clip));

    assertThat(download())
        .isEqualTo(new Downloaded.Saved("shot-001.mp4", clip.length, sha256(clip), "video/mp4"));
    assertThat(namesIn(folder)).containsExactly("shot-001.mp4");
  }

  @ParameterizedTest
  @ValueSource(ints = {999, 1_000})
  void overwritesNothing(int mediaBytes) throws IOException {
    byte[] other = Mp4.clip(mediaBytes);
    other[other.length - 1]++;
    Files.write(folder.resolve("shot-001.mp4"), other);
    serve(ok(Mp4.clip(1_000)));

    assertThat(download())
        .isEqualTo(
            new Downloaded.NotAClip(
                "shot-001.mp4 exists and holds something else; it is left alone", true));
    assertThat(folder.resolve("shot-001.mp4")).hasBinaryContent(other);
    assertThat(namesIn(folder)).containsExactly("shot-001.mp4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "../a", "/a", "a/"})
  void takesOnlyPlainFileNames(String stem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> downloader.download(local("http://localhost/"), folder, stem));
  }

  private static ResponseDefinitionBuilder ok(byte[] body) {
    return aResponse().withStatus(200).withBody(body);
  }

  private static void serve(ResponseDefinitionBuilder response) {
    SERVER.stubFor(any(anyUrl()).willReturn(response));
  }

  private Downloaded download() {
    return download(local("http://localhost:" + SERVER.getPort() + "/clip?signature=secret"));
  }

  private Downloaded download(Source source) {
    return downloader.download(source, folder, "shot-001");
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
