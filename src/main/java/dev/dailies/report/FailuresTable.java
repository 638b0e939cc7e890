package dev.dailies.report;

import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.text.CsvText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * {@code failures.csv}: the rows of the newest manifest that failed for good, as a manifest for the
 * same folder. Keeps every cell as it was, signatures of URLs and formulas included, except paths,
 * which start at this folder. Has a row once, however many of its takes failed, with the reason of
 * the first.
 */
final class FailuresTable implements Consumer<TaskView> {

  private static final Set<TaskState> STATES =
      EnumSet.of(TaskState.REJECTED, TaskState.FAILED, TaskState.CANCELLED);
  private static final List<String> ADDED_COLUMNS = List.of("job", "reason_code", "reason");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private final CSVPrinter printer;
  private final List<String> columns;
  private final String job;
  private final BitSet linesWritten = new BitSet();

  /**
   * Writes the header, which stands alone when nothing failed.
   *
   * @param columns of the failed rows, none of those that the table adds
   */
  FailuresTable(Writer writer, Collection<String> columns, String job) throws IOException {
    this.printer = CsvText.printer(writer, FORMAT);
    this.columns = List.copyOf(columns);
    this.job = job;
    printer.printRecord(Stream.concat(this.columns.stream(), ADDED_COLUMNS.stream()));
  }

  /** True for a task whose row belongs into the table. */
  static boolean holds(TaskView view) {
    return view.current() && STATES.contains(view.task().state());
  }

  /** The row's own columns; a row that was read from such a table keeps none of what that added. */
  static Stream<String> columnsOf(Task task) {
    return task.cells().keySet().stream()
        .filter(column -> !ADDED_COLUMNS.contains(column.strip().toLowerCase(Locale.ROOT)));
  }

  @Override
  public void accept(TaskView view) {
    Task task = view.task();
    int line = Math.toIntExact(task.line());
    boolean retake = task.isRetake();
    if (!holds(view) || (!retake && linesWritten.get(line))) {
      return;
    }
    // A retake has a row of its own, whatever line it shares with its shot.
    if (!retake) {
      linesWritten.set(line);
    }
    try {
      printer.printRecord(
          Stream.concat(
              columns.stream().map(column -> cell(task.cells().get(column))),
              Stream.of(job, remark(task.reasonCode()), remark(task.reason()))));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Text of a provider; no part of the row. */
  private static String remark(@Nullable String text) {
    return CsvText.inert(cell(text));
  }

  private static String cell(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
