package dev.dailies.job;

import dev.dailies.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The database in the output folder, for those who configure no other. Its own lock is switched
 * off: that is a heartbeat which a suspended process loses, and the folder has a better one.
 */
final class EmbeddedDatabase {

  private static final String NAME = "ledger";

  private final Path folder;

  EmbeddedDatabase(Path inner) {
    this.folder = inner.resolve("db");
  }

  /** Where the data source is, as Spring Boot's settings. */
  Map<String, String> properties() {
    if (folder.toString().contains(";")) {
      throw new SettingsException(
          "the output folder's path holds a ';', which the database cannot open: choose another");
    }
    removeIfHalfCreated();
    return Map.of(
        "spring.datasource.url",
        "jdbc:hsqldb:file:" + folder.resolve(NAME) + ";hsqldb.lock_file=false;hsqldb.tx=mvcc",
        "spring.datasource.username",
        "SA");
  }

  /**
   * A process killed while it creates the database leaves one that can never be opened, and holds
   * nothing.
   */
  private void removeIfHalfCreated() {
    if (!Files.isDirectory(folder) || exists(".script") || exists(".data")) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> remains = files.toList();
      for (Path file : remains) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new SettingsException(
          "cannot clear a half created database: " + Failures.describe(failure), failure);
    }
  }

  private boolean exists(String ending) {
    return Files.exists(folder.resolve(NAME + ending));
  }
}
