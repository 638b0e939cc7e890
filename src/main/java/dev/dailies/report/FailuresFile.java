package dev.dailies.report;

import dev.dailies.files.AtomicFile;
import dev.dailies.files.OwnFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where {@code failures.csv} is written: what a person has edited, or runs as a list, is never
 * replaced; then the table lies beside it as {@code failures-2.csv}. What reports have written is
 * known by its digest.
 */
public final class FailuresFile {

  private static final String USUAL = "failures.csv";
  private static final String RECORD = ".dailies/failures";

  private final Path folder;
  private final String manifest;
  private final OwnFiles ours;
  private final String name;

  private FailuresFile(Path folder, String manifest, OwnFiles ours) throws IOException {
    this.folder = folder;
    this.manifest = manifest;
    this.ours = ours;
    this.name = firstFree();
  }

  /**
   * Chooses the name.
   *
   * @param manifest the file name of the list of this run, which stays
   */
  static FailuresFile of(Path folder, String manifest) throws IOException {
    return new FailuresFile(folder, manifest, OwnFiles.in(folder.resolve(RECORD)));
  }

  /** What people should know if the newest table lies elsewhere than usual. */
  public static Optional<String> told(Path folder) {
    try {
      return OwnFiles.in(folder.resolve(RECORD))
          .newest()
          .filter(newest -> !newest.equals(USUAL) && Files.exists(folder.resolve(newest)))
          .map(
              newest ->
                  "Kept %s, since it was edited, or run as a list; what failed now is in %s."
                      .formatted(USUAL, newest));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  String name() {
    return name;
  }

  Path path() {
    return folder.resolve(name);
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
    return !file.equals(manifest) && ours.wrote(folder.resolve(file));
  }

  /** Publishes the table, which is whole and synced, and removes our older ones beside it. */
  void publish(AtomicFile table, boolean isEmpty) throws IOException {
    boolean isUsual = name.equals(USUAL);
    // Nothing has to be said beside a person's file, which may have been edited just now.
    boolean isWanted = (!isEmpty || isUsual) && isFree(name);
    List<String> older = oursAside();
    if (isWanted) {
      ours.remember(name, table.sha256());
      table.publish();
    }
    for (String file : older) {
      if (!isWanted || !file.equals(name)) {
        Files.delete(folder.resolve(file));
      }
    }
  }

  private List<String> oursAside() throws IOException {
    List<String> aside = new ArrayList<>();
    for (int number = 2; number <= 10; number++) {
      if (isOurs(numbered(number))) {
        aside.add(numbered(number));
      }
    }
    return aside;
  }
}
