package dev.dailies.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/**
 * How fast clips come from an nginx on this machine, 16 at once, beside {@code aria2c -j16}, which
 * neither checks nor syncs them.
 */
@Tag("bench")
@Timeout(600)
class DownloadBenchTest {

  private static final int AT_ONCE = 16;

  /** In turn, and the median counts: a machine has its moods. */
  private static final int ROUNDS = 5;

  private static final Pattern TIMES = Pattern.compile("TIMES ([0-9.]+) ([0-9.]+) ([0-9.]+)");
  private static final Pattern MEMORY = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private final Path folder;
  private int port;

  DownloadBenchTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Wall and CPU time in seconds, and what the process has printed. */
  private record Took(double seconds, double cpu, String said) {}

  @BeforeEach
  void startServer() throws IOException, InterruptedException {
    assumeTrue(isHere("nginx") && isHere("aria2c"), "needs nginx and aria2c");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Files.writeString(folder.resolve("nginx.conf"), configuration());
    shell("nginx -c '%s'".formatted(folder.resolve("nginx.conf")));
    await().until(this::isListening);
  }

  @AfterEach
  void endServer() throws IOException, InterruptedException {
    if (Files.exists(folder.resolve("nginx.pid"))) {
      shell("nginx -c '%s' -s quit".formatted(folder.resolve("nginx.conf")));
    }
  }

  @ParameterizedTest
  @CsvSource({"1000, 1", "100, 50"})
  void isNoSlowerThanAria2(int files, int megabytes) throws IOException, InterruptedException {
    Files.write(folder.resolve("clip.mp4"), Mp4.clip(megabytes * 1024 * 1024));

    List<Took> aria = new ArrayList<>();
    List<Took> ours = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      aria.add(shell(aria2(files)));
      ours.add(shell(dailies(files)));
      FileSystemUtils.deleteRecursively(folder.resolve("aria2"));
      FileSystemUtils.deleteRecursively(folder.resolve("dailies"));
    }

    Took median = median(ours);
    tell("aria2c", median(aria), files, megabytes);
    tell("dailies", median, files, megabytes);
    Matcher memory = MEMORY.matcher(median.said());
    assertThat(memory.find()).as(median.said()).isTrue();
    System.out.println("dailies took at most " + memory.group(1) + " kB");
    assertThat(Long.parseLong(memory.group(1))).isLessThan(256 * 1024);
    assertThat(median.seconds()).isLessThanOrEqualTo(median(aria).seconds());
  }

  private static Took median(List<Took> rounds) {
    return rounds.stream()
        .sorted(Comparator.comparingDouble(Took::seconds))
        .toList()
        .get(ROUNDS / 2);
  }

  private String aria2(int files) throws IOException {
    String urls =
        IntStream.range(0, files)
            .mapToObj(n -> address() + "clip-" + n + ".mp4")
            .collect(Collectors.joining("\n"));
    Path list = Files.writeString(folder.resolve("urls"), urls);
    return "aria2c -q --no-conf -j%d -x1 --file-allocation=none -d '%s' -i '%s'"
        .formatted(AT_ONCE, folder.resolve("aria2"), list);
  }

  private String dailies(int files) {
    return "'%s' -Xmx96m -XX:+UseSerialGC -cp '%s' %s %s %d '%s' %d"
        .formatted(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("java.class.path"),
            ManyDownloads.class.getName(),
            address(),
            files,
            folder.resolve("dailies"),
            AT_ONCE);
  }

  private static void tell(String who, Took took, int files, int megabytes) {
    System.out.printf(
        "%s: %d files of %d MiB in %.2f s, %.0f MiB/s, %.2f s of CPU%n",
        who, files, megabytes, took.seconds(), files * megabytes / took.seconds(), took.cpu());
  }

  private String address() {
    return "http://127.0.0.1:" + port + "/";
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private String configuration() {
    return String.join(
        "\n",
        List.of(
            "pid '%s';".formatted(folder.resolve("nginx.pid")),
            "error_log '%s';".formatted(folder.resolve("nginx.log")),
            "user %s;".formatted(System.getProperty("user.name")),
            "worker_processes 1;",
            "events { worker_connections 256; }",
            "http {",
            "  access_log off;",
            "  sendfile on;",
            "  server {",
            "    listen 127.0.0.1:%d;".formatted(port),
            "    root '%s';".formatted(folder),
            "    location / { rewrite ^ /clip.mp4 break; }",
            "  }",
            "}"));
  }

  private static boolean isHere(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private static Took shell(String command) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("bash", "-c", "TIMEFORMAT='TIMES %R %U %S'; time " + command)
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
    Matcher times = TIMES.matcher(said);
    assertThat(times.find()).as(said).isTrue();
    return new Took(
        Double.parseDouble(times.group(1)),
        Double.parseDouble(times.group(2)) + Double.parseDouble(times.group(3)),
        said);
  }
}
