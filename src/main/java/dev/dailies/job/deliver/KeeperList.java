package dev.dailies.job.deliver;

import dev.dailies.report.CsvText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The keepers as a table, for spreadsheets and for programs. */
final class KeeperList {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader("file", "id", "take", "seconds", "model", "prompt", "task", "sha256")
          .setRecordSeparator("\n")
          .get();

  private KeeperList() {}

  static String of(List<HandedClip> clips) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = CsvText.printer(text, FORMAT)) {
      for (HandedClip clip : clips) {
        Keeper keeper = clip.keeper();
        printer.printRecord(
            CsvText.inert(clip.name()),
            CsvText.inert(keeper.task().shotId()),
            keeper.task().take(),
            clip.secondsShown(),
            CsvText.inert(keeper.model()),
            CsvText.inert(keeper.prompt()),
            CsvText.inert(keeper.task().name()),
            keeper.file().sha256());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
