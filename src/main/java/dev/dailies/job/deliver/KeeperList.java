package dev.dailies.job.deliver;

import dev.dailies.manifest.Columns;
import dev.dailies.text.CsvText;
import dev.dailies.text.PlainText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The keepers as a table, for spreadsheets and for programs. The user's own columns come last, in
 * the order of the manifest.
 */
final class KeeperList {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private static final List<String> COLUMNS =
      List.of("file", "id", "take", "seconds", "model", "prompt", "task", "sha256");

  private KeeperList() {}

  static String of(List<HandedClip> clips) {
    List<String> own = clips.stream().flatMap(KeeperList::ownColumns).distinct().toList();
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = CsvText.printer(text, FORMAT)) {
      print(printer, COLUMNS.stream(), own.stream());
      for (HandedClip clip : clips) {
        Map<String, String> cells = clip.keeper().task().cells();
        print(printer, cells(clip), own.stream().map(column -> cells.getOrDefault(column, "")));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static Stream<String> ownColumns(HandedClip clip) {
    return clip.keeper().task().cells().keySet().stream().filter(Columns::isOwn);
  }

  private static void print(CSVPrinter printer, Stream<String> cells, Stream<String> own)
      throws IOException {
    printer.printRecord(
        Stream.concat(cells, own.map(PlainText::withoutSecrets)).map(CsvText::inert).toList());
  }

  private static Stream<String> cells(HandedClip clip) {
    Keeper keeper = clip.keeper();
    return Stream.of(
        clip.name(),
        keeper.task().shotId(),
        Integer.toString(keeper.task().take()),
        clip.secondsShown(),
        keeper.model(),
        keeper.prompt(),
        keeper.task().name(),
        keeper.file().sha256());
  }
}
