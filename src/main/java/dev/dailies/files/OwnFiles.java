package dev.dailies.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which files Dailies has written, by their SHA-256: only those may be replaced, or give their name
 * to a newer one. A file that somebody has changed since is no more among them.
 */
public final class OwnFiles {

  private static final int MOST = 100;
  private static final String GAP = "  ";

  private final Path record;
  private final List<String> lines;

  private OwnFiles(Path record, List<String> lines) {
    this.record = record;
    this.lines = lines;
  }

  /**
   * Reads what is remembered.
   *
   * @param record the file that remembers it; need not exist
   */
  public static OwnFiles in(Path record) throws IOException {
    return new OwnFiles(
        record, new ArrayList<>(Files.exists(record) ? Files.readAllLines(record) : List.of()));
  }

  /** True if the file has the bytes of one of the last hundred. */
  public boolean wrote(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    String start = Sha256.of(file) + GAP;
    return lines.stream().anyMatch(line -> line.startsWith(start));
  }

  /** The name of the newest. */
  public Optional<String> newest() {
    return lines.stream().findFirst().map(line -> line.substring(line.indexOf(GAP) + GAP.length()));
  }

  /** Remembers a file before it is published; it is on the disk on return. */
  public void remember(String name, String sha256) throws IOException {
    String line = sha256 + GAP + name;
    if (!lines.isEmpty() && lines.get(0).equals(line)) {
      return;
    }
    lines.remove(line);
    lines.add(0, line);
    Files.createDirectories(record.resolveSibling(""));
    AtomicFile.replace(record, String.join("\n", lines.subList(0, Math.min(MOST, lines.size()))));
  }
}
