package dev.dailies.report;

import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.TaskView;
import dev.dailies.text.CsvText;
import dev.dailies.text.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code results.csv}: a line for every task, for spreadsheets. Several files of a task stand in
 * one cell, separated by {@code |}, and so do their sizes and digests. The user's own columns come
 * last, under the names that they have in the manifest. Ours may be added before those, never
 * moved.
 */
final class ResultsTable implements Consumer<TaskView> {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "take",
          "revision",
          "state",
          "current",
          "provider",
          "model",
          "operation",
          "prompt",
          "files",
          "bytes",
          "sha256",
          "price",
          "charged",
          "ticket",
          "attempts",
          "reason_code",
          "reason",
          "submitted_at",
          "finished_at",
          "line",
          "seed",
          "duration",
          "ratio");

  private final CSVPrinter printer;
  private final List<String> ownColumns;

  /**
   * Writes the header.
   *
   * @param ownColumns those of the manifest that are the user's own
   */
  ResultsTable(Writer writer, Collection<String> ownColumns) throws IOException {
    this.printer = CsvText.printer(writer, FORMAT);
    this.ownColumns = List.copyOf(ownColumns);
    printer.printRecord(
        Stream.concat(COLUMNS.stream(), this.ownColumns.stream().map(CsvText::inert)));
  }

  @Override
  public void accept(TaskView view) {
    try {
      Entry entry = new Entry(view);
      printer.printRecord(
          Stream.concat(cells(entry), ownCells(entry)).map(CsvText::inert).toList());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Stream<String> cells(Entry entry) {
    return Stream.of(
        entry.id(),
        Integer.toString(entry.task().take()),
        Integer.toString(entry.task().revision()),
        entry.state().name(),
        Boolean.toString(entry.view().current()),
        entry.provider(),
        entry.model(),
        entry.operation(),
        entry.prompt(),
        each(entry.files(), DeliveredFile::name),
        each(entry.files(), file -> Long.toString(file.bytes())),
        each(entry.files(), DeliveredFile::sha256),
        dollars(entry.price()),
        dollars(entry.charged()),
        entry.ticket(),
        Integer.toString(entry.task().attempts()),
        entry.reasonCode(),
        entry.reason(),
        time(entry.submittedAt()),
        time(entry.finishedAt()),
        Long.toString(entry.task().line()),
        text(entry.seed()),
        text(entry.duration()),
        text(entry.ratio()));
  }

  private Stream<String> ownCells(Entry entry) {
    return ownColumns.stream()
        .map(column -> PlainText.withoutSecrets(entry.cell(column).orElse("")));
  }

  private static String each(List<DeliveredFile> files, Function<DeliveredFile, String> fact) {
    return files.stream().map(fact).collect(Collectors.joining("|"));
  }

  private static String dollars(Optional<BigDecimal> amount) {
    return amount.map(Amounts::plain).map(BigDecimal::toPlainString).orElse("");
  }

  private static String text(Optional<?> fact) {
    return fact.map(Object::toString).orElse("");
  }

  private static String time(Optional<Instant> moment) {
    return moment.map(Instant::toString).orElse("");
  }
}
