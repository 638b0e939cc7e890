package dev.dailies.delivery;

import static dev.dailies.delivery.Downloads.namesIn;
import static dev.dailies.delivery.RawServer.send;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.media.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether all of a file came, where the server's word says little or odd things of it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WholeAnswerTest {

  private static final byte[] CLIP = Mp4.clip(3_000);
  private static final String UNTIL_CLOSED = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";

  /** Metadata, and sound without an end. */
  private static final byte[] FLAC =
      Mp4.join("fLaC\u0080\0\0\2\0\0".getBytes(ISO_8859_1), new byte[500]);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"206 Partial Content", "203 Non-Authoritative Information"})
  void aRangeThatIsTheWholeIsTheWhole(String status) throws IOException {
    String range = "Content-Range: bytes 0-%d/%d\r\n".formatted(CLIP.length - 1, CLIP.length);

    assertThat(downloadOf(head(status, range), CLIP)).isInstanceOf(Downloaded.Saved.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes 1-%d/%d", "bytes 0-%d/9999999", "bytes 1-%d/*"})
  void anyOtherRangeIsAskedForAgain(String range) throws IOException {
    String header = "Content-Range: " + range.formatted(CLIP.length - 1, CLIP.length) + "\r\n";

    assertThat(downloadOf(head("206 Partial Content", header), CLIP))
        .isInstanceOf(Downloaded.TryAgain.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Range: bytes 0-%d/*\r\n",
        "Content-Range: bytes 0-%d / %d\r\n",
        "Content-Range: bytes=0-%d/%d\r\n",
        "Content-Range: nothing\r\n",
        ""
      })
  void aRangeThatIsNotSaidToBeAPartIsWhatTheFileItselfSays(String range) throws IOException {
    String header = range.formatted(CLIP.length - 1, CLIP.length);
    byte[] half = Arrays.copyOf(CLIP, CLIP.length / 2);

    assertThat(downloadOf(head("206 Partial Content", header), half))
        .isNotInstanceOf(Downloaded.Saved.class);
    assertThat(downloadOf(head("206 Partial Content", header), CLIP))
        .isInstanceOf(Downloaded.Saved.class);
  }

  @Test
  void theFirstPartOfWhatHasNoEndIsNotBelievedToBeAllOfIt() throws IOException {
    String header = "Content-Length: %d\r\n".formatted(FLAC.length);

    assertThat(downloadOf(head("206 Partial Content", header), FLAC))
        .isInstanceOfSatisfying(
            Downloaded.Saved.class, saved -> assertThat(saved.warning()).contains("unproven"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "deflate", "gzip, gzip", "br"})
  void whatIsOnlySaidToBePackedIsTakenAsItIs(String encoding) throws IOException {
    String header = "Content-Encoding: " + encoding + "\r\n";

    assertThat(downloadOf(head("200 OK", header), CLIP)).isInstanceOf(Downloaded.Saved.class);
    assertThat(folder.resolve("shot-001.mp4")).hasBinaryContent(CLIP);
    assertThat(downloadOf(head("200 OK", header), Arrays.copyOf(FLAC, 300)))
        .isInstanceOfSatisfying(
            Downloaded.Saved.class, saved -> assertThat(saved.warning()).contains("unproven"));
  }

  @Test
  void whatIsPackedTwiceIsUnpackedTwice() throws IOException {
    String header = "Content-Encoding: gzip, gzip\r\n";

    assertThat(downloadOf(head("200 OK", header), gzip(gzip(CLIP))))
        .isInstanceOf(Downloaded.Saved.class);
    assertThat(folder.resolve("shot-001.mp4")).hasBinaryContent(CLIP);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }

  @Test
  void whatIsPackedUnaskedIsUnpacked() throws IOException {
    byte[] packed = gzip(CLIP);
    String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n";

    assertThat(downloadOf(head, packed)).isInstanceOf(Downloaded.Saved.class);
    assertThat(folder.resolve("shot-001.mp4")).hasBinaryContent(CLIP);
  }

  @Test
  void halfOfWhatIsPackedIsNothing() throws IOException {
    byte[] packed = gzip(FLAC);
    byte[] half = Arrays.copyOf(packed, packed.length - 9);
    String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n";

    assertThat(downloadOf(head, half)).isInstanceOf(Downloaded.TryAgain.class);
    assertThat(namesIn(folder)).isEmpty();
  }

  @Test
  void aFileWithoutAnEndThatCameTheSameTwiceIsKeptAndSaidToBeUnproven() throws IOException {
    Downloaded downloaded = downloadOf(UNTIL_CLOSED, FLAC);

    assertThat(downloaded)
        .isInstanceOfSatisfying(
            Downloaded.Saved.class,
            saved -> {
              assertThat(saved.warning()).contains("unproven");
              assertThat(saved.fileName()).isEqualTo("shot-001.flac");
            });
    assertThat(namesIn(folder)).containsExactly("shot-001.flac");
  }

  @Test
  void aFileWithoutAnEndThatCameShorterOnceIsNotKept() throws IOException {
    Downloaded downloaded =
        download(answer(UNTIL_CLOSED, Arrays.copyOf(FLAC, 300)), answer(UNTIL_CLOSED, FLAC));

    assertThat(downloaded).isInstanceOf(Downloaded.Incomplete.class);
    assertThat(namesIn(folder)).isEmpty();
  }

  @Test
  void aFileWithoutAnEndIsBelievedToBeAsLongAsPromised() throws IOException {
    String head = head("200 OK", "Content-Length: " + FLAC.length + "\r\n");

    assertThat(downloadOf(head, FLAC))
        .isInstanceOfSatisfying(
            Downloaded.Saved.class, saved -> assertThat(saved.warning()).isNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "ID3\u0004\0\0\0\0\0\u0010and a tag", "TAG and more"})
  void aClipWithSomethingBehindItIsKeptWithAWarning(String more) throws IOException {
    byte[] clip = Mp4.join(CLIP, more.getBytes(ISO_8859_1));
    String head = head("200 OK", "Content-Length: " + clip.length + "\r\n");

    assertThat(downloadOf(head, clip))
        .isInstanceOfSatisfying(
            Downloaded.Saved.class,
            saved -> assertThat(saved.warning()).contains("that belong to no part of the clip"));
  }

  @Test
  void textIsKeptWhereTheLinkNamesItSo() throws IOException {
    byte[] text = "Ein Boot".getBytes(UTF_8);
    byte[] page = "<!DOCTYPE html><html>Log in</html>".getBytes(UTF_8);
    String head = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n";

    assertThat(named("a.txt", head.formatted(text.length), text))
        .isInstanceOf(Downloaded.Saved.class);
    assertThat(named("a.mp4", head.formatted(text.length), text))
        .isInstanceOf(Downloaded.NotAClip.class);
    assertThat(named("b.txt", head.formatted(page.length), page))
        .isInstanceOf(Downloaded.NotAClip.class);
  }

  @Test
  void whatIsRefusedIsKeptForAPersonUnlessItHoldsTheKey() throws IOException {
    byte[] page = "<html>not ready</html>".getBytes(UTF_8);
    byte[] telling = "<html>your key is sk-1</html>".getBytes(UTF_8);
    String head = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
    try (RawServer server =
        new RawServer(RawServer.inTurn(answer(head, page), answer(head, telling)))) {
      Source source =
          Source.of(server.url(), List.of(server.url()), Map.of(), EnumSet.allOf(MediaType.class))
              .redactedBy(text -> text.replace("sk-1", "***"));

      assertThat(Downloads.downloader().download(source, folder, "shot-001"))
          .isInstanceOf(Downloaded.NotAClip.class);
      assertThat(folder.resolve("shot-001.refused")).hasBinaryContent(page);
      assertThat(Downloads.downloader().download(source, folder, "shot-001"))
          .isInstanceOf(Downloaded.NotAClip.class);
      assertThat(namesIn(folder)).isEmpty();
    }
  }

  private Downloaded named(String name, String head, byte[] body) throws IOException {
    try (RawServer server = new RawServer(answer(head, body))) {
      String link = server.url().replaceAll("/clip.*", "/view?filename=" + name + "&type=output");
      return Downloads.downloader().download(Downloads.local(link), folder, name);
    }
  }

  private Downloaded downloadOf(String head, byte[] body) throws IOException {
    return download(answer(head, body));
  }

  private Downloaded download(RawServer.Script... answers) throws IOException {
    try (RawServer server = new RawServer(RawServer.inTurn(answers))) {
      return Downloads.downloader().download(Downloads.local(server.url()), folder, "shot-001");
    }
  }

  private static RawServer.Script answer(String head, byte[] body) {
    return socket -> {
      send(socket, head);
      send(socket, body);
    };
  }

  private static String head(String status, String headers) {
    return "HTTP/1.1 " + status + "\r\n" + headers + "Connection: close\r\n\r\n";
  }
}
