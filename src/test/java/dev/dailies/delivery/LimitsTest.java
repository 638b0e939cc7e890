package dev.dailies.delivery;

import static dev.dailies.delivery.Downloads.local;
import static dev.dailies.delivery.Downloads.namesIn;
import static dev.dailies.delivery.RawServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.Operation;
import dev.dailies.provider.http.network.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** What is not taken although it comes as it should. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitsTest {

  private static final byte[] CLIP = Mp4.clip(100_000);
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final Path folder;

  LimitsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void takesNoLongerThanAllowedHoweverFastTheServerIs() throws IOException {
    DownloadSettings hurried =
        new DownloadSettings(
            1,
            Duration.ofSeconds(30),
            DataSize.ofTerabytes(1),
            DataSize.ofBytes(1),
            Duration.ofSeconds(1),
            DataSize.ofBytes(0),
            Duration.ofMinutes(5));
    try (RawServer server =
        new RawServer(
            socket -> {
              send(socket, OK + "\r\n");
              while (true) {
                send(socket, "x");
              }
            })) {
      assertThat(
              new Downloader(hurried, Network.ofTheJvm())
                  .download(local(server.url()), folder, "shot-001"))
          .isEqualTo(new Downloaded.TryAgain("not done within 1 s", null));
    }
    assertThat(namesIn(folder)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, 1100000", "false, 1100000", "true, 0", "false, 9000000"})
  void leavesTheLastOfTheDiskToTheLedger(boolean promised, long free) throws IOException {
    String head = promised ? "Content-Length: " + CLIP.length + "\r\n" : "";
    try (RawServer server =
        new RawServer(
            socket -> {
              send(socket, OK + head + "\r\n");
              send(socket, CLIP);
            })) {
      assertThat(
              Downloads.downloader(diskWith(free))
                  .download(local(server.url()), folder, "shot-001"))
          .isInstanceOfSatisfying(
              Downloaded.StorageFailed.class,
              failed ->
                  assertThat(failed.reason())
                      .startsWith("cannot store shot-001: ")
                      .contains("download.keep-free"));
    }
    assertThat(namesIn(folder)).isEmpty();
  }

  @Test
  void fillsTheDiskAsFarAsItMay() throws IOException {
    try (RawServer server =
        new RawServer(
            socket -> {
              send(socket, OK + "Content-Length: " + CLIP.length + "\r\n\r\n");
              send(socket, CLIP);
            })) {
      assertThat(
              Downloads.downloader(diskWith(10_000_000))
                  .download(local(server.url()), folder, "shot-001"))
          .isInstanceOf(Downloaded.Saved.class);
    }
  }

  private static Disk diskWith(long free) {
    return new Disk() {
      @Override
      long usable(Path folder) {
        return free;
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;, TEXT_TO_VIDEO, true",
    "GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;, TEXT_TO_IMAGE, true",
    "RIFFxxxxWAVEfmt , IMAGE_TO_VIDEO, false",
    "ID3 some music, TEXT_TO_VIDEO, false",
    "'PK\u0003\u0004PK\u0005\u0006\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000',"
        + " TEXT_TO_IMAGE, true",
    "PK\u0003\u0004 archive, TEXT_TO_VIDEO, false",
    "\u00ff\u00d8\u00ff a still, IMAGE_TO_VIDEO, false",
    "\u00ff\u00d8\u00ff\u00d9, TEXT_TO_IMAGE, true"
  })
  void takesTheKindsThatWereAskedFor(String body, Operation operation, boolean taken)
      throws IOException {
    try (RawServer server =
        new RawServer(
            socket -> send(socket, OK + "Content-Length: " + body.length() + "\r\n\r\n" + body))) {
      Source source = Source.of(server.url(), List.of(server.url()), Map.of(), operation.results());

      assertThat(
              Downloads.downloader().download(source, folder, "shot-001")
                  instanceof Downloaded.Saved)
          .isEqualTo(taken);
    }
  }
}
