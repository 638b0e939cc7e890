package dev.dailies.cli.words;

import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskQueries.SameFile;
import java.io.PrintWriter;
import java.util.List;

/** Warns of tasks that were given the same file, which a check of the single file cannot find. */
final class SameFiles {

  private static final int MOST = 20;
  private static final int MOST_NAMES = 5;

  private final List<SameFile> found;

  SameFiles(TaskQueries queries) {
    this.found = queries.sameFiles(MOST);
  }

  /** The names of the files, identical ones grouped. */
  List<List<String>> names() {
    return found.stream().map(SameFile::names).toList();
  }

  void print(PrintWriter out) {
    names().stream().map(SameFiles::describe).forEach(out::println);
  }

  private static String describe(List<String> names) {
    int more = names.size() - MOST_NAMES;
    return "The same file came for "
        + String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
        + (more > 0 ? " and " + more + " more" : "")
        + ": look whether each shows what was asked for";
  }
}
