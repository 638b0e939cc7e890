package dev.dailies.provider.cometapi;

import dev.dailies.manifest.CheckedRow;
import dev.dailies.manifest.ProviderChoice;
import dev.dailies.manifest.Row;
import dev.dailies.manifest.RowCheck;
import dev.dailies.manifest.table.ManifestReader;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Provider;
import dev.dailies.provider.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rows of a sample, judged as a run judges them. */
final class SampleRows {

  private SampleRows() {}

  static List<CheckedRow> of(String file, Provider provider) {
    var names = new TreeSet<>(Set.of("cometapi"));
    var check =
        new RowCheck(
            new ProviderChoice("cometapi", names, name -> provider),
            new Inputs(Path.of("sample-data")));
    List<CheckedRow> rows = new ArrayList<>();
    try (ManifestReader reader = ManifestReader.open(Path.of("sample-data", file))) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(check.judge(row));
      }
    }
    return rows;
  }

  /** The routes that the rows are sent to, each once, in their order. */
  static List<String> routes(List<CheckedRow> rows, Provider provider) {
    return rows.stream()
        .flatMap(row -> row.takes().stream())
        .map(take -> ((Request) provider.prepare(take.shot())).route())
        .distinct()
        .toList();
  }
}
