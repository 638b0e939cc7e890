package dev.dailies.report;

import dev.dailies.text.Count;
import java.util.List;

/**
 * One thing that a person can do about several tasks at once. The names are those of the template.
 *
 * @param kind gives it its colour
 * @param count of all these tasks, listed or not
 * @param what is to be done, behind the count
 * @param note of the money; may be empty
 * @param text what comes of it, in one or two sentences
 * @param command to type for all of them
 * @param tasks the first of them
 */
record Remedy(
    String kind,
    long count,
    String what,
    String note,
    String text,
    String command,
    List<TroubleCard> tasks) {

  /** How many are not listed, in words; empty if all are. */
  String others() {
    long others = count - tasks.size();
    return others == 0 ? "" : Count.of(others, "more task");
  }
}
