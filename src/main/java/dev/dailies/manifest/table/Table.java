package dev.dailies.manifest.table;

import dev.dailies.manifest.Row;
import dev.dailies.provider.Problem;
import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a manifest in one of the forms that it may have. */
interface Table extends Closeable {

  /** The next row that is not blank; null at the end. */
  @Nullable Row next();

  /** The line that names the columns. */
  long headerLine();

  /** What people should know of the columns; nothing of most manifests. */
  List<Problem> remarks();
}
