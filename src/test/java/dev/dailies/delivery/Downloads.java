package dev.dailies.delivery;

import dev.dailies.provider.PublicAddress;
import dev.dailies.provider.http.network.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** What the tests of downloads share. */
final class Downloads {

  static final DownloadSettings PATIENT = settings(Duration.ofSeconds(20));

  /** For servers that are expected to be given up: a busy machine may be late with a good one. */
  static final DownloadSettings IMPATIENT = settings(Duration.ofMillis(500));

  private Downloads() {}

  private static DownloadSettings settings(Duration idleTimeout) {
    return new DownloadSettings(
        4,
        idleTimeout,
        DataSize.ofMegabytes(4),
        DataSize.ofKilobytes(100),
        Duration.ofMinutes(5),
        DataSize.ofMegabytes(1),
        Duration.ofMinutes(5));
  }

  static Downloader downloader() {
    return new Downloader(PATIENT, Network.ofTheJvm());
  }

  static Downloader downloader(Disk disk) {
    return downloader(
        new FileClient(PATIENT.concurrency(), Network.ofTheJvm()), PublicAddress::isReached, disk);
  }

  static Downloader downloader(FileClient client, Predicate<InetAddress> acceptable, Disk disk) {
    LinkCheck check = new LinkCheck(acceptable, link -> false);
    Answers answers = new Answers(Clock.systemUTC());
    return new Downloader(PATIENT, new Links(client, PATIENT.idleTimeout(), check, answers), disk);
  }

  /** A link to a provider that is configured on a private address. */
  static Source local(String url) {
    return new Source(url, true);
  }

  static List<String> namesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
