package dev.dailies.ledger;

import java.util.Map;

/**
 * A row that cannot be planned. It is known by its line, since its id may be unusable, and never
 * touches the tasks of its id.
 *
 * @param reason all that is wrong with it, in one text
 */
public record RejectedRow(long line, String digest, Map<String, String> cells, String reason) {

  String shotId() {
    return "line:" + line;
  }
}
