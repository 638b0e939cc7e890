package dev.dailies.kill;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point that a run comes by, as in {@code rename fox.mp4#1 before}.
 *
 * @param name what is done and to what
 * @param count how often this run has been there, from 1
 * @param phase before it, in the middle of it (syncing, answered), or after it
 */
record KillPoint(String name, int count, String phase) {

  /** What a run ends with that dies at one: what SIGKILL would leave, too. */
  static final int DEATH = 137;

  private static final Pattern FORM = Pattern.compile("(.+)#(\\d+) (\\w+)");

  static KillPoint of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no crossing: " + text);
    }
    return new KillPoint(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3));
  }

  /** The first word of the name: commit, POST, write, force, rename, sync. */
  String kind() {
    return name.substring(0, name.indexOf(' ') < 0 ? name.length() : name.indexOf(' '));
  }

  /** What it is done to. */
  String subject() {
    return name.substring(Math.min(name.length(), kind().length() + 1));
  }

  /** True of a commit that moves one task; others are the plan's and the job repository's. */
  boolean isOfAMove() {
    return kind().equals("commit") && !subject().startsWith("by ");
  }

  /** True of a commit that moves a task into that state. */
  boolean isOfAMoveTo(String state) {
    return isOfAMove() && subject().startsWith(state + " ");
  }

  /** True of a commit that keeps what has come of a task since it ended. */
  boolean isOfWhatCameLater() {
    return isOfAMoveTo("CAME_LATER");
  }

  /** True of what makes a clip of that name out of what was fetched. */
  boolean isOfTheClip(String clip) {
    return kind().equals("rename") && subject().equals(clip);
  }

  /** True of what is done to that file, or to its draft. */
  boolean isOfTheFile(Path file) {
    String name = String.valueOf(file.getFileName());
    Path other = Path.of(subject());
    return Objects.equals(file.getParent(), other.getParent())
        && Set.of(name, "." + name + ".tmp").contains(String.valueOf(other.getFileName()));
  }

  /** True of a commit that withdraws all tasks whose rows are gone. */
  boolean isOfWithdrawing() {
    return kind().equals("commit") && subject().startsWith("by withdrawing ");
  }

  boolean is(String kind, String subject, String phase) {
    return this.phase.equals(phase) && name.equals(kind + " " + subject);
  }

  @Override
  public String toString() {
    return name + "#" + count + " " + phase;
  }
}
