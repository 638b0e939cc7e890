package dev.dailies.cli.words;

import dev.dailies.job.plan.SendTable;
import dev.dailies.job.plan.SendTable.OfModel;
import dev.dailies.job.plan.SendTable.OfScene;
import dev.dailies.job.plan.SendTable.Share;
import dev.dailies.text.Count;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Prints what is left to send and its price: by provider and model, and by scene. */
final class PriceTable {

  private static final int MOST_SCENES = 40;
  private static final String USUAL = " (usual)";

  private final SendTable table;

  PriceTable(SendTable table) {
    this.table = table;
  }

  void print(PrintWriter out) {
    ColumnLines.print(models(), 2, out);
    if (table.models().stream().anyMatch(OfModel::usual)) {
      out.println("(usual): chosen where a row names no model.");
    }
    if (!table.scenes().isEmpty()) {
      out.println();
      ColumnLines.print(scenes(), 1, out);
      int more = table.scenes().size() - MOST_SCENES;
      if (more > 0) {
        out.println("… and " + Count.of(more, "more scene") + "; --json has all");
      }
    }
  }

  /** The same as fields. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("models", table.models().stream().map(PriceTable::fields).toList());
    fields.put("scenes", table.scenes().stream().map(PriceTable::fields).toList());
    return fields;
  }

  private List<List<String>> models() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("provider", "model", "rows", "takes", "price"));
    for (OfModel one : table.models()) {
      String model = Objects.requireNonNullElse(one.model(), "-") + (one.usual() ? USUAL : "");
      lines.add(line(List.of(one.provider(), model), one.share()));
    }
    return lines;
  }

  private List<List<String>> scenes() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("scene", "rows", "takes", "price"));
    table.scenes().stream()
        .limit(MOST_SCENES)
        .map(one -> line(List.of(Objects.requireNonNullElse(one.scene(), "(none)")), one.share()))
        .forEach(lines::add);
    return lines;
  }

  private static List<String> line(List<String> names, Share share) {
    List<String> line = new ArrayList<>(names);
    line.add(Long.toString(share.rows()));
    line.add(Long.toString(share.takes()));
    line.add(Formats.shortPrice(share.expected(), share.takes()));
    return line;
  }

  private static Map<String, Object> fields(OfModel one) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("provider", one.provider());
    fields.put("model", one.model());
    fields.put("usual", one.usual());
    fields.putAll(fields(one.share()));
    return fields;
  }

  private static Map<String, Object> fields(OfScene one) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("scene", one.scene());
    fields.putAll(fields(one.share()));
    return fields;
  }

  private static Map<String, Object> fields(Share share) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rows", share.rows());
    fields.put("takes", share.takes());
    fields.put("expected_usd", share.expected().usd());
    fields.put("unpriced", share.expected().unpriced());
    return fields;
  }
}
