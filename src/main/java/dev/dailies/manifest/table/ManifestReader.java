package dev.dailies.manifest.table;

import dev.dailies.manifest.Row;
import dev.dailies.manifest.RowCheck;
import dev.dailies.provider.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a manifest row by row and never holds more than one row of it. Throws {@link
 * UnreadableManifestException}, on opening or later, where the file is no manifest; problems of
 * single cells are for {@link RowCheck} to find. A header without rows is a manifest that asks for
 * nothing.
 */
public final class ManifestReader implements AutoCloseable {

  private final Table table;

  private ManifestReader(Table table) {
    this.table = table;
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
      InputStream in = new BufferedInputStream(DosEnd.open(path), FirstBytes.COUNT);
      try {
        return new ManifestReader(open(in, path, file));
      } catch (IOException | RuntimeException failure) {
        in.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  private static Table open(InputStream in, Path path, String file) throws IOException {
    FirstBytes first = FirstBytes.of(in);
    if (first.isZip()) {
      in.close();
      return SheetTable.open(path, file);
    }
    first
        .objection()
        .ifPresent(
            what -> {
              throw UnreadableManifestException.of(file, what);
            });
    if (file.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw UnreadableManifestException.of(
          file, "is no Excel workbook, whatever its name says; save it again in Excel");
    }
    return first.isJson()
        ? JsonTable.of(JsonRows.columns(path, file), new JsonRows(in, file), file)
        : CsvTable.open(in, file);
  }

  /** The next row that is not blank; null at the end. */
  public @Nullable Row next() {
    return table.next();
  }

  /** The line that names the columns. */
  public long headerLine() {
    return table.headerLine();
  }

  /** What people should know of the columns; nothing of most manifests. */
  public List<Problem> remarks() {
    return table.remarks();
  }

  @Override
  public void close() {
    try {
      table.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static UnreadableManifestException unreadable(String file, Exception failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    UnreadableManifestException wrapped =
        UnreadableManifestException.of(file, "cannot be read: " + cause.getMessage());
    wrapped.initCause(failure);
    return wrapped;
  }
}
