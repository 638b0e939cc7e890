package dev.dailies.manifest.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which parts of a workbook a part names. */
record Relations(List<Relation> all) {

  /**
   * One of them.
   *
   * @param kind the last word of its type, as in {@code worksheet}
   * @param target the whole name of the part that it leads to
   */
  record Relation(String id, String kind, String target) {}

  /** Reads them, of a part in the given folder, which ends with a slash. */
  static Relations read(Part part, String folder) {
    List<Relation> all = new ArrayList<>();
    while (part.next()) {
      if (part.begins("Relationship")) {
        String type = String.valueOf(part.attribute("Type"));
        String target = String.valueOf(part.attribute("Target"));
        all.add(
            new Relation(
                String.valueOf(part.attribute("Id")),
                type.substring(type.lastIndexOf('/') + 1),
                target.startsWith("/") ? target : folder + target));
      }
    }
    return new Relations(List.copyOf(all));
  }

  Optional<String> ofKind(String kind) {
    return all.stream().filter(one -> one.kind.equals(kind)).map(Relation::target).findFirst();
  }

  /** The sheet of cells with that id; empty for a chart. */
  Optional<String> sheet(String id) {
    return all.stream()
        .filter(one -> one.id.equals(id) && one.kind.equals("worksheet"))
        .map(Relation::target)
        .findFirst();
  }
}
