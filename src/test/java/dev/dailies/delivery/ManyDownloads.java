package dev.dailies.delivery;

import dev.dailies.provider.http.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.util.unit.DataSize;

/** A process that downloads so many clips and tells how much memory it ever took. */
final class ManyDownloads {

  private ManyDownloads() {}

  /**
   * Downloads them, and says how much memory it took.
   *
   * @param arguments the address of the clips, how many, where to, and how many at once
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Path folder = Files.createDirectories(Path.of(arguments[2]));
    ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[3]));
    List<Future<Downloaded>> downloads = new ArrayList<>();
    try (Downloader downloader = new Downloader(settings(), Network.ofTheJvm())) {
      for (int n = 0; n < Integer.parseInt(arguments[1]); n++) {
        String stem = "clip-" + n;
        Source source = new Source(arguments[0] + stem + ".mp4", true);
        downloads.add(threads.submit(() -> downloader.download(source, folder, stem)));
      }
      for (Future<Downloaded> each : downloads) {
        if (!(each.get() instanceof Downloaded.Saved)) {
          throw new IllegalStateException(each.get().toString());
        }
      }
    } finally {
      threads.shutdown();
    }
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .forEach(System.out::println);
  }

  private static DownloadSettings settings() {
    return new DownloadSettings(
        16,
        Duration.ofMinutes(1),
        DataSize.ofGigabytes(2),
        DataSize.ofKilobytes(16),
        Duration.ofHours(6),
        DataSize.ofMegabytes(500),
        Duration.ofMinutes(5));
  }
}
