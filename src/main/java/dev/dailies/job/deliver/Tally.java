package dev.dailies.job.deliver;

import dev.dailies.job.deliver.Handed.LeftOut;
import java.util.ArrayList;
import java.util.List;

/** What a handover has done so far. */
final class Tally {

  private final List<LeftOut> leftOut;
  private final List<HandedClip> here = new ArrayList<>();
  private int fresh;
  private int linked;

  Tally(List<LeftOut> leftOut) {
    this.leftOut = new ArrayList<>(leftOut);
  }

  void leaveOut(LeftOut clip) {
    leftOut.add(clip);
  }

  void there(HandedClip clip) {
    here.add(clip);
  }

  void fresh(HandedClip clip, boolean isLink) {
    here.add(clip);
    fresh++;
    linked += isLink ? 1 : 0;
  }

  /** All clips that are in the folder now. */
  List<HandedClip> here() {
    return here;
  }

  /**
   * Without lists.
   *
   * @param full why no more is there, if the disk is full; else empty
   */
  Handed end(String full) {
    return new Handed(here.size(), fresh, linked, leftOut, List.of(), List.of(), "", full);
  }

  /**
   * With lists.
   *
   * @param rate frames a second; empty if none of them has any
   */
  Handed end(EditorLists lists, String rate) {
    return new Handed(
        here.size(), fresh, linked, leftOut, lists.current(), lists.earlier(), rate, "");
  }
}
