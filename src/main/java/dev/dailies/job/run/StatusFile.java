package dev.dailies.job.run;

import dev.dailies.files.AtomicFile;
import dev.dailies.settings.JobFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a run tells other processes how it stands: they must not open the database while it is in
 * use. The file is renamed into place, so a reader never sees half of it. It is not synced: a run
 * writes it every second, and after a crash the ledger knows better.
 */
public final class StatusFile {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path file;

  /** The file of the given output folder. */
  public StatusFile(Path outputFolder) {
    this.file = outputFolder.resolve(JobFiles.INNER).resolve("status.json");
  }

  /** Puts a new status into place. */
  public void write(RunStatus status) {
    try (AtomicFile fresh = AtomicFile.open(file)) {
      fresh.writer().write(MAPPER.writeValueAsString(status));
      fresh.publish();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write the status file", failure);
    }
  }

  /** What the run has last written; empty if it has not come that far. */
  public Optional<RunStatus> read() {
    try {
      return Optional.of(MAPPER.readValue(Files.readAllBytes(file), RunStatus.class));
    } catch (NoSuchFileException notYet) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the status file", failure);
    }
  }
}
