package dev.dailies.delivery;

import static dev.dailies.delivery.Downloads.local;
import static dev.dailies.delivery.Downloads.namesIn;
import static dev.dailies.delivery.RawServer.inTurn;
import static dev.dailies.delivery.RawServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.files.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A download that broke goes on where it was only if the server proves that the file is the same.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ResumeTest {

  private static final byte[] CLIP = Mp4.clip(700_000);
  private static final int HALF = 300_000;
  private static final String STRONG = "ETag: \"one\"\r\n";
  private static final String OLD =
      "Last-Modified: Tue, 10 Nov 2026 10:00:00 GMT\r\nDate: Fri, 20 Nov 2026 10:00:00 GMT\r\n";

  private final Path folder;
  private final Downloader downloader = Downloads.downloader();
  private @Nullable RawServer server;

  ResumeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() throws IOException {
    Objects.requireNonNull(server).close();
  }

  private void serve(RawServer.Script... scripts) {
    server = new RawServer(inTurn(scripts));
  }

  private static RawServer.Script breaksAtHalf(String headers) {
    return socket -> {
      send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + CLIP.length + "\r\n" + headers + "\r\n");
      send(socket, Arrays.copyOf(CLIP, HALF));
    };
  }

  private static RawServer.Script whole(String headers) {
    return socket -> {
      send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + CLIP.length + "\r\n" + headers + "\r\n");
      send(socket, CLIP);
    };
  }

  /** The bytes from {@code from} on, so described. */
  private static RawServer.Script rest(int from, String range, String headers) {
    return socket -> {
      send(
          socket,
          "HTTP/1.1 206 Partial Content\r\nContent-Range: "
              + range
              + "\r\nContent-Length: "
              + (CLIP.length - from)
              + "\r\n"
              + headers
              + "\r\n");
      send(socket, Arrays.copyOfRange(CLIP, from, CLIP.length));
    };
  }

  private static RawServer.Script fittingRest(String headers) {
    return rest(HALF, range(HALF), headers);
  }

  private static String range(int from) {
    return "bytes " + from + "-" + (CLIP.length - 1) + "/" + CLIP.length;
  }

  private Downloaded download() {
    return downloader.download(local(Objects.requireNonNull(server).url()), folder, "shot-001");
  }

  private String request(int number) {
    return Objects.requireNonNull(server).heads().get(number);
  }

  private int requests() {
    return Objects.requireNonNull(server).heads().size();
  }

  private void assertSaved(Downloaded downloaded) {
    assertThat(downloaded)
        .isInstanceOfSatisfying(
            Downloaded.Saved.class,
            saved -> {
              assertThat(saved.bytes()).isEqualTo(CLIP.length);
              assertThat(saved.sha256()).isEqualTo(digest());
            });
    assertThat(folder.resolve("shot-001.mp4")).hasBinaryContent(CLIP);
    assertThat(namesIn(folder)).containsExactly("shot-001.mp4");
  }

  private static String digest() {
    Sha256 sha256 = new Sha256();
    sha256.add(ByteBuffer.wrap(CLIP));
    return sha256.hex();
  }

  @ParameterizedTest
  @ValueSource(strings = {STRONG, OLD, STRONG + OLD})
  void goesOnWhereItBroke(String validator) {
    serve(breaksAtHalf(validator), fittingRest(validator));

    Downloaded first = download();

    assertThat(first)
        .isInstanceOfSatisfying(
            Downloaded.TryAgain.class, again -> assertThat(again.gained()).isEqualTo(HALF));
    assertSaved(download());
    assertThat(request(0)).doesNotContain("Range");
    assertThat(request(1)).contains("Range: bytes=300000-").contains("If-Range: ");
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void goesOnAgainAndAgain() {
    int further = 500_000;
    serve(
        breaksAtHalf(STRONG),
        socket -> {
          send(
              socket,
              "HTTP/1.1 206 Partial Content\r\nContent-Range: " + range(HALF) + "\r\n" + STRONG);
          send(socket, "Content-Length: " + (CLIP.length - HALF) + "\r\n\r\n");
          send(socket, Arrays.copyOfRange(CLIP, HALF, further));
        },
        rest(further, range(further), STRONG));

    download();
    assertThat(download())
        .isInstanceOfSatisfying(
            Downloaded.TryAgain.class,
            again -> assertThat(again.gained()).isEqualTo(further - HALF));
    assertSaved(download());
  }

  @Test
  void keepsTheHalfWhileTheServerIsDown() {
    serve(
        breaksAtHalf(STRONG),
        socket -> send(socket, "HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n"),
        socket -> send(socket, "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"),
        fittingRest(STRONG));

    download();
    assertThat(download()).isInstanceOf(Downloaded.TryAgain.class);
    assertThat(download()).isInstanceOf(Downloaded.Expired.class);
    assertSaved(download());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ETag: W/\"one\"\r\n",
        "ETag: one\r\n",
        "ETag: \"one\"\r\nContent-Encoding: x\r\n",
        "Last-Modified: Fri, 20 Nov 2026 09:59:30 GMT\r\nDate: Fri, 20 Nov 2026 10:00:00 GMT\r\n",
        "Last-Modified: Tue, 10 Nov 2026 10:00:00 GMT\r\n",
        "Last-Modified: yesterday\r\nDate: Fri, 20 Nov 2026 10:00:00 GMT\r\n"
      })
  void keepsNothingThatNobodyCanVouchFor(String headers) {
    serve(breaksAtHalf(headers), whole(headers));

    download();

    assertThat(namesIn(folder)).isEmpty();
    download();
    assertThat(request(1)).doesNotContain("Range");
  }

  @Test
  void startsOverWhenTheServerSendsAllOfIt() {
    serve(breaksAtHalf(STRONG), whole("ETag: \"two\"\r\n"));

    download();

    assertSaved(download());
    assertThat(requests()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "another start | bytes 299999-700135/700136 | \"one\"",
        "a hole before it | bytes 300001-700135/700136 | \"one\"",
        "another length | bytes 300000-700136/700137 | \"one\"",
        "an unknown length | bytes 300000-700135/* | \"one\"",
        "not to the end | bytes 300000-600000/700136 | \"one\"",
        "no numbers | bytes * | \"one\"",
        "another unit | lines 300000-700135/700136 | \"one\"",
        "another file | bytes 300000-700135/700136 | \"two\"",
        "a weak tag | bytes 300000-700135/700136 | W/\"one\"",
      })
  void startsOverWhenThePartsDoNotFit(String name, String range, String tag) {
    assertThat(CLIP).hasSize(700_136);
    serve(breaksAtHalf(STRONG), rest(HALF, range, "ETag: " + tag + "\r\n"), whole(STRONG));

    download();

    assertSaved(download());
    assertThat(requests()).isEqualTo(3);
    assertThat(request(2)).doesNotContain("Range");
  }

  @Test
  void startsOverWhenTheRangeIsRefused() {
    serve(
        breaksAtHalf(STRONG),
        socket -> send(socket, "HTTP/1.1 416 No\r\nContent-Length: 0\r\n\r\n"),
        whole(STRONG));

    download();

    assertSaved(download());
    assertThat(requests()).isEqualTo(3);
  }

  @Test
  void startsOverWhenThePartsFitAndTheWholeDoesNot() {
    byte[] garbage = new byte[HALF];
    serve(
        socket -> {
          send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + CLIP.length + "\r\n" + STRONG);
          send(socket, "\r\n");
          send(socket, garbage);
        },
        fittingRest(STRONG),
        whole(STRONG));

    download();

    assertThat(download())
        .isInstanceOfSatisfying(
            Downloaded.TryAgain.class, again -> assertThat(again.reason()).contains("do not fit"));
    assertSaved(download());
  }

  @Test
  void startsOverWhenThePartIsNotWhatWasLeft() throws IOException {
    serve(breaksAtHalf(STRONG), whole(STRONG));
    download();
    Files.write(folder.resolve("shot-001.part"), new byte[] {1, 2, 3});

    assertSaved(download());
    assertThat(request(1)).doesNotContain("Range");
  }

  @Test
  void goesOnWithNothingThatAnotherProcessHasLeft() throws IOException {
    Files.write(folder.resolve("shot-001.part"), Arrays.copyOf(CLIP, HALF));
    serve(whole(STRONG));

    assertSaved(download());
    assertThat(request(0)).doesNotContain("Range");
  }

  @Test
  void leavesNoHalfWhenTheRunEnds() throws IOException {
    serve(breaksAtHalf(STRONG));
    download();
    assertThat(namesIn(folder)).containsExactly("shot-001.part");

    downloader.close();

    assertThat(namesIn(folder)).isEmpty();
  }
}
