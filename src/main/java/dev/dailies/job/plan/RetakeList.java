package dev.dailies.job.plan;

import dev.dailies.manifest.Row;
import dev.dailies.manifest.table.ManifestReader;
import dev.dailies.manifest.table.UnreadableManifestException;
import java.nio.file.Path;

/** Tells a list that only asks for takes in place of others: all other rows stand elsewhere. */
public final class RetakeList {

  private RetakeList() {}

  /** True if every row of the list names takes that it replaces, and there is one at least. */
  public static boolean is(Path manifest) {
    try (ManifestReader reader = ManifestReader.open(manifest)) {
      Row row = reader.next();
      boolean any = row != null;
      while (row != null && !row.replaces().isEmpty()) {
        row = reader.next();
      }
      return any && row == null;
    } catch (UnreadableManifestException unreadable) {
      return false;
    }
  }
}
