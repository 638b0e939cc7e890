package dev.dailies.report;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.dailies.files.AtomicFile;
import dev.dailies.files.Durable;
import dev.dailies.files.FileNames;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskView;
import dev.dailies.media.MediaFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes beside each file how it was made. Does so before the task is DELIVERED, so that no crash
 * leaves one out, and again where one is gone. Leaves alone a file of that name that is not ours.
 */
public final class Sidecars {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final TaskQueries queries;
  private final Histories histories;
  private final Path folder;
  private final String job;
  private final String version;
  private final Function<Path, MediaFacts> media;

  /**
   * Writes into a folder that exists.
   *
   * @param job the UUID of the folder
   * @param version of Dailies
   * @param media reads what a file says of itself
   */
  public Sidecars(
      TaskQueries queries,
      Histories histories,
      Path folder,
      String job,
      String version,
      Function<Path, MediaFacts> media) {
    this.queries = queries;
    this.histories = histories;
    this.folder = folder;
    this.job = job;
    this.version = version;
    this.media = media;
  }

  /**
   * Writes the sidecars of a task durably, and replaces ours of before.
   *
   * @param outputs all of them, those without a file too
   * @throws IOException if the folder cannot be written to
   */
  public void write(Task task, List<Output> outputs) throws IOException {
    TaskView view = queries.of(task).with(outputs);
    for (Output output : outputs) {
      DeliveredFile file = output.file();
      if (file != null) {
        write(view, output, file);
      }
    }
    Durable.forceFolder(folder);
  }

  /** Writes the sidecars that are gone, or that an older version did not write. */
  public void writeMissing() {
    queries.forEach(view -> view.outputs().forEach(output -> writeIfMissing(view, output)));
  }

  private void writeIfMissing(TaskView view, Output output) {
    DeliveredFile file = output.file();
    if (file == null || !isWanted(file)) {
      return;
    }
    try {
      write(view, output, file);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + path(file), failed);
    }
  }

  private boolean isWanted(DeliveredFile file) {
    return Files.isRegularFile(FileNames.in(folder, file.name()), NOFOLLOW_LINKS)
        && !Files.exists(path(file), NOFOLLOW_LINKS);
  }

  private void write(TaskView view, Output output, DeliveredFile file) throws IOException {
    if (Files.exists(path(file), NOFOLLOW_LINKS) && !isOurs(file)) {
      return;
    }
    MediaFacts facts = media.apply(FileNames.in(folder, file.name()));
    Sidecar sidecar = SidecarFactory.of(histories.of(view), output, file, facts, job, version);
    try (AtomicFile fresh = AtomicFile.open(path(file))) {
      ReportJson.write(fresh.writer(), sidecar);
      fresh.sync();
      fresh.publish();
    }
  }

  private boolean isOurs(DeliveredFile file) {
    return read(file).filter(sidecar -> sidecar.path("job").asString("").equals(job)).isPresent();
  }

  /** Reads what the sidecar of a file states of it; empty if there is no sidecar. */
  public Optional<Stated> stated(DeliveredFile file) {
    return read(file)
        .map(sidecar -> sidecar.path("file"))
        .map(
            of ->
                new Stated(
                    of.path("name").asString(""),
                    of.path("bytes").asLong(-1),
                    of.path("sha256").asString("")));
  }

  /** What a sidecar says of its file. */
  public record Stated(String name, long bytes, String sha256) {

    /** True if the ledger says the same. */
    public boolean matches(DeliveredFile file) {
      return name.equals(file.name()) && bytes == file.bytes() && sha256.equals(file.sha256());
    }
  }

  private Optional<JsonNode> read(DeliveredFile file) {
    if (!Files.isRegularFile(path(file), NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(path(file), NOFOLLOW_LINKS)) {
      return Optional.of(MAPPER.readTree(in));
    } catch (IOException | JacksonException unreadable) {
      return Optional.empty();
    }
  }

  /** The sidecar of {@code shot-001.mp4} is {@code shot-001.json}. */
  private Path path(DeliveredFile file) {
    return FileNames.in(folder, file.name().substring(0, file.name().lastIndexOf('.')) + ".json");
  }
}
