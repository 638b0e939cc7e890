package dev.dailies.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The files of a closed ledger that nothing was written into, created once in this JVM. */
public final class EmptyLedger {

  private static final Map<String, byte[]> FILES = created();

  private EmptyLedger() {}

  /** Copies the files into a new folder, in which they can be opened. */
  public static void copyTo(Path database) {
    try {
      Files.createDirectories(database);
      for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
        Files.write(database.resolve(file.getKey()), file.getValue());
      }
      numberExecutionsAnew(database.resolve("ledger.script"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** As in a ledger that is not a copy: those of two jobs in one process must differ. */
  private static void numberExecutionsAnew(Path script) throws IOException {
    String first = "(?<=BATCH_JOB_EXECUTION_SEQ ALTER COLUMN ID RESTART WITH )\\d+";
    long number = ThreadLocalRandom.current().nextLong(1, 1L << 48);
    Files.writeString(script, Files.readString(script).replaceFirst(first, Long.toString(number)));
  }

  private static Map<String, byte[]> created() {
    try {
      Path folder = Files.createTempDirectory("ledger");
      TestLedger.in(folder).close();
      Map<String, byte[]> files = read(TestLedger.database(folder));
      FileSystemUtils.deleteRecursively(folder);
      return files;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<String, byte[]> read(Path database) throws IOException {
    try (Stream<Path> listed = Files.list(database)) {
      Map<String, byte[]> files = new HashMap<>();
      List<Path> all = listed.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
      return files;
    }
  }
}
