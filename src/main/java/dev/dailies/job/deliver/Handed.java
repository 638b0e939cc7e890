package dev.dailies.job.deliver;

import java.util.List;

/**
 * What came of a handover.
 *
 * @param clips how many clips are in the folder now
 * @param fresh how many of them are new there
 * @param linked how many of the new ones are links; the others are copies
 * @param leftOut what should be there and is not
 * @param lists the names of the contact sheet and of the lists for the editor, as they are now
 * @param earlierLists the new names of older ones
 * @param rate how many frames a second the editor's list has; empty if there is no such list
 * @param full why no more is there, if the disk is full; else empty
 */
public record Handed(
    int clips,
    int fresh,
    int linked,
    List<LeftOut> leftOut,
    List<String> lists,
    List<String> earlierLists,
    String rate,
    String full) {

  /**
   * A clip that is not handed over.
   *
   * @param task its name
   * @param why a sentence
   * @param fetch true if it can be downloaded once more
   */
  public record LeftOut(String task, String why, boolean fetch) {

    static LeftOut another(String task, String name) {
      String why = "another %s is in that folder, and stays; add --name, or name another --to";
      return new LeftOut(task, why.formatted(name), false);
    }

    static LeftOut harmed(String task, String clip, String how) {
      return new LeftOut(task, clip + " " + how, true);
    }

    static LeftOut replaced(String task, String instead) {
      return new LeftOut(task, task + " was replaced by " + instead, false);
    }
  }
}
