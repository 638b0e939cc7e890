package dev.dailies.report;

import org.jspecify.annotations.Nullable;

/**
 * Where a person finds out what became of a task in doubt.
 *
 * @param where as the end of "look …"
 * @param page to open; null if no address is known
 * @param isAsked true if the next run asks the provider by itself
 */
public record Place(String where, @Nullable String page, boolean isAsked) {

  /** A place that has no address. */
  public static Place of(String where) {
    return new Place(where, null, false);
  }

  /** As the end of "look …", whoever looks first. */
  public String told() {
    return isAsked
        ? "nowhere yet: the next run asks the provider by itself; if it cannot tell, look " + where
        : where;
  }

  /**
   * What to do about the doubt, in plain sentences.
   *
   * @param sentAt when the task was sent, in words; empty if nobody knows
   */
  String advice(String sentAt) {
    return "The clip may exist. "
        + look(sentAt.isEmpty() ? "a task" : "a task sent " + sentAt)
        + " Found: --adopt TICKET. Not found: --resubmit. Do not want it: --give-up.";
  }

  private String look(String task) {
    if (isAsked) {
      return "The next run asks by itself. To settle it now, look " + where + ".";
    }
    return "%s for %s with this prompt."
        .formatted(page == null ? "Look " + where : "Open " + page + " and look", task);
  }
}
