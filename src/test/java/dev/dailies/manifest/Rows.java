package dev.dailies.manifest;

import dev.dailies.provider.Inputs;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows for tests, from {@code "column=cell"}. */
public final class Rows {

  /** Finds no file at all. */
  static final Inputs INPUTS = new Inputs(Path.of("nowhere"));

  private Rows() {}

  static Row of(String... cells) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String cell : cells) {
      int equals = cell.indexOf('=');
      map.put(cell.substring(0, equals), cell.substring(equals + 1));
    }
    return new Row(2, map, List.of(), List.of());
  }

  /** A row that is fine but for one cell. */
  public static Row with(String column, String cell) {
    Map<String, String> map = new LinkedHashMap<>(Map.of("id", "a", "prompt", "A cat"));
    map.put(column, cell);
    return new Row(2, map, List.of(), List.of());
  }
}
