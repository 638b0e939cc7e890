package dev.dailies.manifest.table;

import dev.dailies.manifest.Invisible;
import dev.dailies.manifest.Row;
import dev.dailies.provider.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A table of cells that commas, semicolons or tabs separate. Holds one row of it at a time. */
final class CsvTable implements Table {

  /** How much of the file may be looked at to find the delimiter, in characters. */
  private static final int HEAD = 32 * 1024;

  private final String file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final long linesBefore;
  private final QuoteGuard guard;
  private final Header header;
  private long headerLine;
  private long start;

  private CsvTable(String file, CSVParser parser, QuoteGuard guard, long linesBefore) {
    this.file = file;
    this.parser = parser;
    this.guard = guard;
    this.records = parser.iterator();
    this.linesBefore = linesBefore;
    this.start = nextLine();
    this.header = header();
  }

  /**
   * Begins to read.
   *
   * @param in behind a byte order mark
   * @param file its name, for messages
   */
  static CsvTable open(InputStream in, String file) throws IOException {
    PushbackReader text = new PushbackReader(new Utf8Reader(in, file), HEAD);
    String head = read(text);
    Dialect dialect = Dialect.of(head, file);
    text.unread(head.substring(dialect.skip()).toCharArray());
    QuoteGuard framed = new QuoteGuard(text, dialect.delimiter(), dialect.firstLine(), file);
    return new CsvTable(file, format(dialect).parse(framed), framed, dialect.firstLine() - 1);
  }

  private static CSVFormat format(Dialect dialect) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(dialect.delimiter())
        .setIgnoreSurroundingSpaces(true)
        // Blank lines are skipped here: the parser would hide where a row starts.
        .setIgnoreEmptyLines(false)
        .get();
  }

  private static String read(Reader text) throws IOException {
    char[] head = new char[HEAD];
    int length = 0;
    int got;
    while (length < HEAD && (got = text.read(head, length, HEAD - length)) >= 0) {
      length += got;
    }
    return new String(head, 0, length);
  }

  @Override
  public @Nullable Row next() {
    Numbered next = nextRecord();
    return next == null ? null : header.row(cells(next), next.line, isCutOff());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private Header header() {
    Numbered first = nextRecord();
    if (first == null) {
      throw UnreadableManifestException.of(file, "is empty; " + Header.EXAMPLE);
    }
    headerLine = first.line;
    return Header.of(first.record.stream().toList(), first.line, file);
  }

  @Override
  public long headerLine() {
    return headerLine;
  }

  @Override
  public List<Problem> remarks() {
    return header.remarks();
  }

  private @Nullable Numbered nextRecord() {
    try {
      while (records.hasNext()) {
        long line = start;
        CSVRecord record = records.next();
        start = nextLine();
        boolean spaced = guard.isNextRowSpaced();
        if (!record.stream().allMatch(Invisible::isBlank)) {
          return new Numbered(line, record, spaced);
        }
      }
      return null;
    } catch (UncheckedIOException failure) {
      throw ManifestReader.unreadable(file, failure);
    }
  }

  /** True if the row that was read last is the file's last, and no line break ends it. */
  private boolean isCutOff() {
    return guard.endsWithinLine() && !records.hasNext();
  }

  private long nextLine() {
    return linesBefore + parser.getCurrentLineNumber() + 1;
  }

  /**
   * The cells of a row. Empty ones that are too many do not count, unless a text may have been
   * split at its comma, which moves what comes behind it.
   */
  private List<String> cells(Numbered row) {
    List<String> cells = row.record.stream().map(String::strip).toList();
    int width = header.width(cells);
    boolean split = cells.size() > width && (row.spaced || hasSplitNumber(cells));
    return split || cells.size() == width ? cells : cells.subList(0, Math.min(cells.size(), width));
  }

  /** As in {@code 1,000 birds}. */
  private static boolean hasSplitNumber(List<String> cells) {
    return IntStream.range(1, cells.size())
        .anyMatch(
            i ->
                cells.get(i - 1).matches("(?s).*[0-9]")
                    && cells.get(i).matches("(?s)[0-9]{3}\\b.*"));
  }

  private record Numbered(long line, CSVRecord record, boolean spaced) {}
}
