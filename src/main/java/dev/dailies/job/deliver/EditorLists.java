package dev.dailies.job.deliver;

import dev.dailies.files.NewFile;
import dev.dailies.files.OwnFiles;
import dev.dailies.files.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the lists for the editor. The newest has the name without a number: an older one that
 * Dailies wrote steps aside, whole. What anybody else wrote keeps its name.
 */
final class EditorLists {

  private final TargetFolder folder;
  private final OwnFiles ours;
  private final List<String> current = new ArrayList<>();
  private final List<String> earlier = new ArrayList<>();

  EditorLists(TargetFolder folder, OwnFiles ours) {
    this.folder = folder;
    this.ours = ours;
  }

  /** The names of the newest lists. */
  List<String> current() {
    return current;
  }

  /** The names under which older ones have stepped aside just now. */
  List<String> earlier() {
    return earlier;
  }

  /** Writes a list; one that is there already stays as it is. */
  void write(String stem, String ending, String text) throws IOException {
    String sha256 = Sha256.of(text);
    String name = stem + ending;
    if (isFree(name) || isText(name, sha256) || hasSteppedAside(stem, ending)) {
      put(name, text, sha256);
      return;
    }
    int number = 2;
    while (!isFree(name(stem, number, ending)) && !isText(name(stem, number, ending), sha256)) {
      number++;
    }
    put(name(stem, number, ending), text, sha256);
  }

  private void put(String name, String text, String sha256) throws IOException {
    ours.remember(name, sha256);
    if (isFree(name)) {
      try (NewFile fresh = NewFile.at(folder.file(name))) {
        Files.write(fresh.beside(), text.getBytes(StandardCharsets.UTF_8));
        fresh.publish();
      }
    }
    current.add(name);
  }

  /** False if it is not ours, or somebody has changed it. */
  private boolean hasSteppedAside(String stem, String ending) throws IOException {
    Path file = folder.file(stem + ending);
    if (!ours.wrote(file)) {
      return false;
    }
    int number = 1;
    while (!isFree(name(stem, number, ending))) {
      number++;
    }
    String aside = name(stem, number, ending);
    Files.move(file, folder.file(aside));
    earlier.add(aside);
    return true;
  }

  private boolean isFree(String name) {
    return !folder.has(name);
  }

  private boolean isText(String name, String sha256) throws IOException {
    Path file = folder.file(name);
    return Files.isRegularFile(file) && Sha256.of(file).equals(sha256);
  }

  private static String name(String stem, int number, String ending) {
    return stem + "-" + number + ending;
  }
}
