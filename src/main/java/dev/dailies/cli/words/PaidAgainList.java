package dev.dailies.cli.words;

import dev.dailies.job.plan.PaidAgain;
import dev.dailies.job.plan.PaidAgain.Change;
import dev.dailies.job.plan.PaidAgain.EditedRow;
import dev.dailies.ledger.PaidBefore.Renamed;
import dev.dailies.text.Count;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names the rows that a run would pay for a second time: the first ones, and how many there are.
 */
final class PaidAgainList {

  private static final int MOST = 50;

  private final Path manifest;
  private final PaidAgain paidAgain;

  PaidAgainList(Path manifest, PaidAgain paidAgain) {
    this.manifest = manifest;
    this.paidAgain = paidAgain;
  }

  void print(PrintWriter out) {
    long edited = paidAgain.countEdited();
    List<Renamed> renamed = paidAgain.renamed();
    if (edited > 0) {
      out.println("A run would pay again for %s sent before:".formatted(Count.of(edited, "row")));
      paidAgain.edited(MOST).stream().flatMap(this::lines).forEach(out::println);
      printRest(out, edited);
    }
    if (!renamed.isEmpty()) {
      out.println(
          "A run would pay again for %s that only an id tells from what was sent; give back the id"
                  .formatted(Count.of(renamed.size(), "row"))
              + " to keep the clip:");
      renamed.stream().limit(MOST).map(this::describe).forEach(out::println);
      printRest(out, renamed.size());
    }
  }

  /** The same as fields. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("edited_rows", paidAgain.countEdited());
    fields.put(
        "edited", paidAgain.edited(Integer.MAX_VALUE).stream().map(PaidAgainList::fields).toList());
    fields.put(
        "renamed",
        paidAgain.renamed().stream()
            .map(
                row -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("line", row.line());
                  one.put("id", row.id());
                  one.put("former_id", row.former());
                  one.put("expected_usd", row.cost().usd());
                  return one;
                })
            .toList());
    return fields;
  }

  private static Map<String, Object> fields(EditedRow row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("line", row.line());
    fields.put("id", row.id());
    fields.put("columns", row.changes().stream().map(Change::column).toList());
    fields.put("changes", row.changes());
    fields.put("tasks", row.tasks());
    fields.put("expected_usd", row.cost().usd());
    fields.put("unpriced", row.cost().unpriced());
    return fields;
  }

  private Stream<String> lines(EditedRow row) {
    return Stream.concat(
        Stream.of(describe(row)),
        row.changes().stream().filter(PaidAgainList::isSeen).map(PaidAgainList::told));
  }

  private String describe(EditedRow row) {
    String takes = row.tasks() == 1 ? "" : " for %d takes".formatted(row.tasks());
    String columns = row.changes().stream().map(Change::column).collect(Collectors.joining(", "));
    String why = columns.isEmpty() ? "asked for again" : columns + " changed";
    return "  %s: %s: %s%s"
        .formatted(place(row.line(), row.id()), why, Formats.cost(row.cost()), takes);
  }

  /** A file may hold something else under the same name, and a long text differ at its end. */
  private static boolean isSeen(Change change) {
    return !Objects.equals(change.before(), change.after());
  }

  private static String told(Change change) {
    return "      %s was %s, is %s"
        .formatted(change.column(), quoted(change.before()), quoted(change.after()));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "empty" : "'" + text + "'";
  }

  private String describe(Renamed row) {
    return "  %s: was %s: %s"
        .formatted(place(row.line(), row.id()), row.former(), Formats.cost(row.cost()));
  }

  private String place(long line, String id) {
    return "%s:%d: %s".formatted(manifest.getFileName(), line, id);
  }

  private static void printRest(PrintWriter out, long all) {
    if (all > MOST) {
      out.println("  … and %d more".formatted(all - MOST));
    }
  }
}
