package dev.dailies.report;

import dev.dailies.files.AtomicFile;
import dev.dailies.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where {@code failures.csv} is written: what a person has edited, or runs as a list, is never
 * replaced; then the table lies beside it as {@code failures-2.csv}. What reports have written is
 * known by its digest.
 */
public final class FailuresFile {

  private static final String USUAL = "failures.csv";

  /** The name that was written last, then the digests of what was written. */
  private static final String RECORD = ".dailies/failures";

  private final Path folder;
  private final List<String> digests;
  private final String manifest;
  private final String name;

  private FailuresFile(Path folder, String manifest, List<String> digests) throws IOException {
    this.folder = folder;
    this.manifest = manifest;
    this.digests = digests;
    this.name = firstFree();
  }

  /**
   * Chooses the name.
   *
   * @param manifest the file name of the list of this run, which stays
   */
  static FailuresFile of(Path folder, String manifest) throws IOException {
    return new FailuresFile(folder, manifest, record(folder).stream().skip(1).toList());
  }

  /** What people should know if the newest table lies elsewhere than usual. */
  public static Optional<String> told(Path folder) {
    try {
      return record(folder).stream()
          .findFirst()
          .filter(newest -> !newest.equals(USUAL))
          .map(
              newest ->
                  "Kept %s, since it was edited, or run as a list; what failed now is in %s."
                      .formatted(USUAL, newest));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static List<String> record(Path folder) throws IOException {
    Path record = folder.resolve(RECORD);
    return Files.exists(record) ? Files.readAllLines(record) : List.of();
  }

  String name() {
    return name;
  }

  Path path() {
    return folder.resolve(name);
  }

  /** True if a person's file has the usual name. */
  boolean isAside() {
    return !name.equals(USUAL);
  }

  private String firstFree() throws IOException {
    for (int number = 1; ; number++) {
      String wish = numbered(number);
      if (isFree(wish)) {
        return wish;
      }
    }
  }

  private static String numbered(int number) {
    return number == 1 ? USUAL : USUAL.replace(".", "-" + number + ".");
  }

  private boolean isFree(String file) throws IOException {
    return !Files.exists(folder.resolve(file)) || isOurs(file);
  }

  private boolean isOurs(String file) throws IOException {
    Path path = folder.resolve(file);
    return !file.equals(manifest) && Files.isRegularFile(path) && digests.contains(Sha256.of(path));
  }

  /** Publishes the table, which is whole and synced, and removes our older ones beside it. */
  void publish(AtomicFile table, boolean isEmpty) throws IOException {
    // Nothing has to be said beside a person's file, which may have been edited just now.
    boolean isWanted = (!isEmpty || !isAside()) && isFree(name);
    List<String> older = oursAside();
    List<String> known = new ArrayList<>(List.of(isWanted ? name : USUAL));
    if (isWanted) {
      known.add(table.sha256());
    }
    // Until the new one is published the old one is ours.
    digests.stream().filter(digest -> !known.contains(digest)).limit(8).forEach(known::add);
    Files.createDirectories(folder.resolve(RECORD).resolveSibling(""));
    AtomicFile.replace(folder.resolve(RECORD), String.join("\n", known));
    if (isWanted) {
      table.publish();
    }
    for (String file : older) {
      if (!isWanted || !file.equals(name)) {
        Files.delete(folder.resolve(file));
      }
    }
  }

  private List<String> oursAside() throws IOException {
    List<String> ours = new ArrayList<>();
    for (String file :
        Stream.iterate(2, n -> n + 1).limit(9).map(FailuresFile::numbered).toList()) {
      if (Files.exists(folder.resolve(file)) && isOurs(file)) {
        ours.add(file);
      }
    }
    return ours;
  }
}
