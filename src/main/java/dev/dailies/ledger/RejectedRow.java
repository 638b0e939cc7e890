package dev.dailies.ledger;

import java.util.Map;

/**
 * A row that cannot be planned. It is identified by its line, since its id may be unusable, and
 * never changes the tasks of its id.
 *
 * @param reason all its problems, in one text
 */
public record RejectedRow(long line, String digest, Map<String, String> cells, String reason) {

  String shotId() {
    return "line:" + line;
  }
}
