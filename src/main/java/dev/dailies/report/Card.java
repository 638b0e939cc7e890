package dev.dailies.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dailies.files.FileNames;
import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Task;
import dev.dailies.provider.Inputs;
import dev.dailies.report.money.Paid;
import dev.dailies.text.PlainText;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task as the page's script knows it. The names are those of the script; what is empty is left
 * out. Moments are milliseconds since 1970.
 *
 * @param shot what takes of one shot have in common
 * @param earlier true if the newest manifest does not ask for it
 * @param seed a text, since a script's numbers end at 2^53
 * @param usd as charged, else as expected
 * @param asked what it was expected to cost, where it was charged otherwise
 * @param expected true if nobody has said yet what it really cost
 * @param paid what all its attempts have cost; null if nothing
 * @param advice the number of the advice in {@link Gallery#advice()}; none if it is delivered
 * @param cells the row's own, in the order of {@link Gallery#columns()}
 * @param partial true if a cell holds what may not be passed on, and is therefore not whole
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Card(
    String name,
    String shot,
    int take,
    int revision,
    @Nullable String scene,
    String state,
    @Nullable Boolean earlier,
    long line,
    String provider,
    String model,
    @Nullable String ratio,
    @Nullable Integer seconds,
    @Nullable String seed,
    @Nullable BigDecimal usd,
    @Nullable BigDecimal asked,
    @Nullable Boolean expected,
    @Nullable Paid paid,
    @Nullable Long sent,
    @Nullable Long generated,
    @Nullable Long delivered,
    String code,
    String reason,
    @Nullable Integer advice,
    String ticket,
    @Nullable Source source,
    List<Media> files,
    List<String> cells,
    @Nullable Boolean partial) {

  /** A file of the task, beside the page. */
  record Media(String name, String type, long bytes) {

    static Media of(DeliveredFile file) {
      return new Media(file.name(), file.mediaType(), file.bytes());
    }
  }

  /** The card of a task. */
  static Card of(Entry entry, Gallery gallery, RunFacts facts, @Nullable Paid paid) {
    RowCells row = RowCells.of(entry.task(), gallery.columns());
    return new Card(
        entry.name(),
        entry.id(),
        entry.task().take(),
        entry.task().revision(),
        entry.task().scene().map(PlainText::withoutSecrets).orElse(null),
        entry.state().name(),
        orLeftOut(!entry.view().current()),
        entry.task().line(),
        entry.provider(),
        entry.model(),
        entry.ratio().orElse(null),
        entry.duration().orElse(null),
        entry.seed().map(BigInteger::toString).orElse(null),
        entry.charged().or(entry::price).map(Amounts::plain).orElse(null),
        asked(entry),
        orLeftOut(entry.charged().isEmpty() && entry.price().isPresent()),
        paid,
        millis(entry.submittedAt()),
        millis(entry.generatedAt()),
        millis(entry.deliveredAt()),
        entry.reasonCode(),
        ownReason(entry, facts),
        gallery.adviceOn(entry, facts).orElse(null),
        entry.ticket(),
        Source.of(entry).orElse(null),
        entry.files().stream().map(Media::of).toList(),
        row.cells(),
        orLeftOut(row.isPartial()));
  }

  /** What stopped the whole run is said of the run, and not of the task that met it first. */
  private static String ownReason(Entry entry, RunFacts facts) {
    boolean isOfTheRun =
        entry.state().isOpen()
            && facts.verdict().stopReasons().stream()
                .map(PlainText::withoutSecrets)
                .anyMatch(entry.reason()::equals);
    return isOfTheRun ? "" : entry.reason();
  }

  private static @Nullable BigDecimal asked(Entry entry) {
    return entry
        .price()
        .filter(asked -> entry.charged().filter(usd -> usd.compareTo(asked) != 0).isPresent())
        .map(Amounts::plain)
        .orElse(null);
  }

  private static @Nullable Boolean orLeftOut(boolean fact) {
    return fact ? Boolean.TRUE : null;
  }

  private static @Nullable Long millis(Optional<Instant> moment) {
    return moment.map(Instant::toEpochMilli).orElse(null);
  }

  /**
   * The cells of a row, fit to be passed on.
   *
   * @param isPartial true if something was taken out of them, so that they are no manifest any more
   */
  record RowCells(List<String> cells, boolean isPartial) {

    /** The row's cells in the order of the columns; empty where it has none. */
    static RowCells of(Task task, Collection<String> columns) {
      List<String> whole =
          columns.stream()
              .map(column -> Objects.requireNonNullElse(task.cells().get(column), ""))
              .toList();
      List<String> shared = whole.stream().map(PlainText::withoutSecrets).toList();
      return new RowCells(shared, !shared.equals(whole));
    }
  }

  /**
   * The file that a clip was made from. Only a file on this machine is one: a page that loaded
   * remote ones would need a network, and tell strangers that it was opened.
   *
   * @param kind {@code image} or {@code video}
   * @param path from the page, with slashes, not encoded
   */
  record Source(String kind, String path) {

    /** What the task's row names. */
    static Optional<Source> of(Entry entry) {
      return entry.shot().isEmpty()
          ? Optional.empty()
          : of("image", entry).or(() -> of("video", entry));
    }

    private static Optional<Source> of(String kind, Entry entry) {
      return entry
          .cell(kind)
          .filter(Source::isRelativePath)
          .map(path -> new Source(kind, path.replace(File.separatorChar, '/')));
    }

    private static boolean isRelativePath(String cell) {
      try {
        return Inputs.isPath(cell) && !FileNames.hasRoot(cell);
      } catch (InvalidPathException noPath) {
        return false;
      }
    }
  }
}
