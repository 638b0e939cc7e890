package dev.dailies.manifest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a manifest row by row and never holds more than one row of it. Throws {@link
 * UnreadableManifestException}, on opening or later, where the file is no manifest; problems of
 * single cells are for {@link RowCheck} to find. A header without rows is a manifest that asks for
 * nothing.
 */
public final class ManifestReader implements AutoCloseable {

  /** How much of the file may be looked at to find the delimiter, in characters. */
  private static final int HEAD = 32 * 1024;

  private final String file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final long linesBefore;
  private final Header header;

  private ManifestReader(String file, CSVParser parser, long linesBefore) {
    this.file = file;
    this.parser = parser;
    this.records = parser.iterator();
    this.linesBefore = linesBefore;
    this.header = header();
  }

  /** Opens a manifest and reads its header. Messages name the file without its folder. */
  public static ManifestReader open(Path path) {
    String file = String.valueOf(path.getFileName());
    if (!Files.isRegularFile(path)) {
      String what = Files.exists(path) ? "is not a file" : "does not exist";
      throw UnreadableManifestException.of(file, what + "; give the path of a manifest");
    }
    if (!Files.isReadable(path)) {
      throw UnreadableManifestException.of(file, "is not readable; change its permissions");
    }
    try {
      InputStream in = new BufferedInputStream(Files.newInputStream(path), FirstBytes.COUNT);
      try {
        return open(in, file);
      } catch (IOException | RuntimeException failure) {
        in.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  private static ManifestReader open(InputStream in, String file) throws IOException {
    skipMark(in, file);
    PushbackReader text = new PushbackReader(new Utf8Reader(in, file), HEAD);
    String head = read(text);
    Dialect dialect = Dialect.of(head, file);
    text.unread(head.substring(dialect.skip()).toCharArray());
    Reader framed = new QuoteGuard(text, dialect.delimiter(), dialect.firstLine(), file);
    return new ManifestReader(file, format(dialect).parse(framed), dialect.firstLine() - 1);
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

  private static void skipMark(InputStream in, String file) throws IOException {
    in.mark(FirstBytes.COUNT);
    FirstBytes first = FirstBytes.of(in.readNBytes(FirstBytes.COUNT));
    in.reset();
    in.skipNBytes(first.mark());
    first
        .objection()
        .ifPresent(
            what -> {
              throw UnreadableManifestException.of(file, what);
            });
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

  /** The next row that is not blank; null at the end. */
  public @Nullable Row next() {
    Numbered next = nextRecord();
    return next == null ? null : header.row(next.record, next.line);
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Header header() {
    Numbered first = nextRecord();
    if (first == null) {
      throw UnreadableManifestException.of(file, "is empty; " + Header.EXAMPLE);
    }
    return Header.of(first.record, first.line, file);
  }

  private @Nullable Numbered nextRecord() {
    try {
      long line = nextLine();
      while (records.hasNext()) {
        CSVRecord record = records.next();
        if (!record.stream().allMatch(String::isBlank)) {
          return new Numbered(line, record);
        }
        line = nextLine();
      }
      return null;
    } catch (UncheckedIOException failure) {
      throw unreadable(file, failure);
    }
  }

  private long nextLine() {
    return linesBefore + parser.getCurrentLineNumber() + 1;
  }

  private static UnreadableManifestException unreadable(String file, Exception failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    UnreadableManifestException wrapped =
        UnreadableManifestException.of(file, "cannot be read: " + cause.getMessage());
    wrapped.initCause(failure);
    return wrapped;
  }

  private record Numbered(long line, CSVRecord record) {}
}
