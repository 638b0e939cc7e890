package dev.dailies.provider.models;

import dev.dailies.provider.Shot;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shot as the manifest's columns that have a value, by their names. */
public final class Columns {

  private Columns() {}

  /** What the row says. */
  public static Map<String, Object> of(Shot shot) {
    Map<String, Object> columns = new LinkedHashMap<>();
    put(columns, "image", shot.image());
    put(columns, "video", shot.video());
    put(columns, "references", shot.references().isEmpty() ? null : shot.references());
    put(columns, "prompt", shot.prompt().isBlank() ? null : shot.prompt());
    put(columns, "model", shot.model());
    put(columns, "duration", shot.duration());
    put(columns, "ratio", shot.ratio());
    put(columns, "seed", shot.seed());
    put(columns, "watermark", shot.watermark());
    put(columns, "style", shot.style());
    return columns;
  }

  /**
   * What the row says, in the model's own terms, and our default where it says nothing. Defaults
   * are written out, since a provider's own may change, or be documented in two ways.
   */
  public static Map<String, Object> of(Shot shot, ModelFacts facts) {
    Map<String, Object> columns = of(shot);
    columns.putIfAbsent("model", facts.model());
    if (facts.usualDuration() != null) {
      columns.putIfAbsent("duration", facts.usualDuration());
    }
    if (facts.usualRatio() != null) {
      columns.putIfAbsent("ratio", facts.usualRatio());
    }
    if (facts.usualStyle() != null) {
      columns.putIfAbsent("style", facts.usualStyle());
    }
    if (facts.model().equals(columns.get("model"))) {
      columns.computeIfPresent("ratio", (column, ratio) -> facts.taken((String) ratio));
    }
    return columns;
  }

  private static void put(Map<String, Object> columns, String name, @Nullable Object value) {
    if (value != null) {
      columns.put(name, value);
    }
  }
}
