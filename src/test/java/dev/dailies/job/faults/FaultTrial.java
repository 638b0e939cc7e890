package dev.dailies.job.faults;

import dev.dailies.job.Ran;
import dev.dailies.job.Rehearsal;
import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.StopReason.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A job whose every row goes to a provider of its own, with a fault of its own. It is run twice:
 * while the providers are ill, and when they are well again.
 */
final class FaultTrial implements AutoCloseable {

  /** The key of all of them. It has characters that are written otherwise in some encodings. */
  static final String KEY = "sk-Canary+7Hq2/vLx9=Tn4bWz8RmKp3";

  private final Map<String, FaultCell> cells = new TreeMap<>();
  private final Map<String, FaultServer> servers = new TreeMap<>();
  private final Rehearsal job;
  private List<Integer> exits = List.of();

  FaultTrial(Path folder, List<FaultCell> all) throws IOException {
    Files.createDirectory(folder);
    // The usual provider of a rehearsal gets no rows.
    job = new Rehearsal(folder, "http://127.0.0.1:9").api("api-key", KEY);
    job.set("download.idle-timeout", "4s")
        .set("download.patience", "1s")
        .set("download.concurrency", "32")
        .set("download.max-size", "1MB")
        .set("log-level", "debug")
        .set("verbose", "true");
    all.forEach(this::add);
    job.manifest(
        "id,prompt,image,provider",
        cells.keySet().stream().map(FaultTrial::row).toArray(String[]::new));
  }

  private static String row(String name) {
    return "%1$s,%1$s,https://example.org/cat.jpg?X-Amz-Signature=%2$s,%1$s"
        .formatted(name, FaultServer.SIGNATURE);
  }

  private void add(FaultCell cell) {
    String name = "c%03d".formatted(cells.size() + 1);
    FaultServer server = new FaultServer(cell.fault(), cell.place());
    cells.put(name, cell);
    servers.put(name, server);
    job.addProvider(name, server.baseUrl());
  }

  Path output() {
    return job.output();
  }

  /** Runs the job twice, and says what came of each row. */
  List<FaultFinding> run() {
    cells.forEach((name, cell) -> set(name, impatience(cell)));
    Ran met = job.run();
    cells.keySet().forEach(name -> set(name, patience()));
    servers.values().forEach(FaultServer::heal);
    Ran afterwards = job.run();
    exits = List.of(met.code(), afterwards.code());
    return cells.keySet().stream().map(name -> finding(name, met, afterwards)).toList();
  }

  /** What the processes would have ended with. */
  List<Integer> exits() {
    return exits;
  }

  private void set(String provider, Map<String, String> settings) {
    settings.forEach((name, value) -> job.set("providers." + provider + "." + name, value));
  }

  private static Map<String, String> patience() {
    return Map.of(
        "api-key", KEY,
        "request-timeout", "20s",
        "give-up-after", "30s",
        "deadline", "60s",
        "grace", "10s");
  }

  /** How little it takes for a run to leave a task to the next one, where that is its fate. */
  private static Map<String, String> impatience(FaultCell cell) {
    Map<String, String> settings = new LinkedHashMap<>(patience());
    switch (cell.fate()) {
      case SENT_LATER -> settings.put("give-up-after", "100ms");
      case FETCHED_LATER -> settings.put("give-up-after", "1ms");
      case PARKED, UNSEEN -> settings.put("deadline", "500ms");
      default -> {}
    }
    settings.putAll(cell.fault().settings());
    return settings;
  }

  private FaultFinding finding(String name, Ran met, Ran afterwards) {
    FaultCell cell = Objects.requireNonNull(cells.get(name));
    FaultServer server = Objects.requireNonNull(servers.get(name));
    Set<Kind> stops = EnumSet.noneOf(Kind.class);
    met.outcome().stopReasons().stream()
        .filter(stop -> name.equals(stop.provider()))
        .forEach(stop -> stops.add(stop.kind()));
    int sent = server.count(Place.CREATE);
    return new FaultFinding(
        cell,
        met.state(name),
        stops,
        afterwards.state(name),
        met.reason(name),
        sent,
        cell.fate().isDoubt() ? sent : server.taken(),
        server.strays(),
        wrongFiles(name, afterwards.state(name)));
  }

  private List<String> wrongFiles(String name, TaskState state) {
    try (Stream<Path> files = Files.list(job.output())) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(name))
          .filter(file -> !file.toString().endsWith(".json"))
          .filter(file -> state == TaskState.DELIVERED || !file.toString().endsWith(".refused"))
          .filter(file -> state != TaskState.DELIVERED || !isTheClip(file))
          .map(file -> String.valueOf(file.getFileName()))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean isTheClip(Path file) {
    try {
      return file.toString().endsWith(".mp4")
          && Arrays.equals(Files.readAllBytes(file), FaultServer.CLIP);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    for (FaultServer server : servers.values()) {
      server.close();
    }
  }
}
