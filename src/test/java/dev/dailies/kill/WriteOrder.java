package dev.dailies.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.kill.Trace.Step;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What has to be on disk before what. SIGKILL cannot show it, since the system keeps what a dead
 * process has written; a power cut would.
 */
final class WriteOrder {

  private static final String TICKETS = "/tasks/";

  private final List<Step> steps;

  private WriteOrder(Trace trace) {
    this.steps = trace.steps();
  }

  /** Holds all that a job has done against the rules. */
  static void assertThatNothingRunsAhead(Trace trace) {
    WriteOrder order = new WriteOrder(trace);
    for (int at = 0; at < trace.steps().size(); at++) {
      order.check(at);
    }
  }

  private void check(int at) {
    KillPoint crossing = steps.get(at).crossing();
    String subject = crossing.subject();
    if (crossing.kind().equals("POST") && crossing.phase().equals("before")) {
      hasItsIntent(at, subject);
    } else if (crossing.kind().equals("GET")) {
      hasItsTicket(at);
    } else if (crossing.kind().equals("commit") && crossing.phase().equals("after")) {
      isOnDisk(at, crossing);
    } else if (crossing.kind().equals("rename") && crossing.phase().equals("before")) {
      isWhole(at);
    }
    if (crossing.kind().equals("commit") && crossing.phase().equals("before")) {
      hasItsFile(at, subject);
    }
  }

  /** One POST for one intent, and only after it. */
  private void hasItsIntent(int at, String task) {
    long intents = count(at, step -> step.crossing().is("commit", "SUBMITTING " + task, "after"));
    long posts = count(at + 1, step -> step.crossing().is("POST", task, "before"));
    assertThat(posts).as(told("more POSTs than intents", at)).isLessThanOrEqualTo(intents);
  }

  /**
   * No run asks for a task whose ticket is not kept. A person's ticket is looked at before it is
   * taken over, by the command itself.
   */
  private void hasItsTicket(int at) {
    String path = steps.get(at).detail();
    int found = path.indexOf(TICKETS);
    if (found >= 0 && !steps.get(at).thread().equals("main")) {
      String ticket = path.substring(found + TICKETS.length());
      int kept = last(at, step -> isCommit(step, "syncing") && step.detail().equals(ticket));
      assertThat(kept).as(told("a look before its ticket is kept", at)).isNotNegative();
      int later = first(at, step -> isCommit(step, "after") && step.detail().equals(ticket));
      assertThat(later).as(told("a look before its ticket is on disk", at)).isNegative();
    }
  }

  /** A commit that moves a task ends after the database's log has been brought onto the disk. */
  private void isOnDisk(int at, KillPoint commit) {
    if (commit.isOfAMove()) {
      int began = last(at, step -> step.crossing().is("commit", commit.subject(), "before"));
      int synced = last(at, step -> step.crossing().phase().equals("synced"));
      assertThat(synced).as(told("a commit without a sync", at)).isGreaterThan(began);
    }
  }

  /**
   * A clip or a report gets its name after its last byte has been brought onto the disk. The page
   * of a run that is under way soon comes again.
   */
  private void isWhole(int at) {
    String draft = steps.get(at).detail();
    if (!draft.startsWith(".dailies") && !steps.get(at).thread().equals("page")) {
      int written = last(at, step -> step.crossing().is("write", draft, "after"));
      int forced = last(at, step -> step.crossing().is("force", draft, "before"));
      assertThat(written).as(told("nothing was written", at)).isNotNegative();
      assertThat(forced).as(told("a rename without a force", at)).isGreaterThan(written);
    }
  }

  /** A task has its clips after the names of them have been brought onto the disk. */
  private void hasItsFile(int at, String subject) {
    if (subject.startsWith("DELIVERED ") || subject.startsWith("CAME_LATER ")) {
      String clip = "rename " + Pattern.quote(subject.substring(subject.indexOf(' ') + 1));
      Predicate<String> isOne = Pattern.compile(clip + "(~\\d+)?\\.mp4").asMatchPredicate();
      int named =
          last(
              at,
              step ->
                  isOne.test(step.crossing().name()) && step.crossing().phase().equals("before"));
      int forced = last(at, step -> step.crossing().is("force", ".", "before"));
      assertThat(named).as(told("no clip", at)).isNotNegative();
      assertThat(forced).as(told("a name that is not on disk", at)).isGreaterThan(named);
    }
  }

  private static boolean isCommit(Step step, String phase) {
    return step.crossing().kind().equals("commit") && step.crossing().phase().equals(phase);
  }

  private long count(int end, Predicate<Step> wanted) {
    return steps.subList(0, end).stream().filter(wanted).count();
  }

  /** The last one before that place; -1 if there is none. */
  private int last(int end, Predicate<Step> wanted) {
    return IntStream.range(0, end)
        .filter(at -> wanted.test(steps.get(at)))
        .reduce((one, next) -> next)
        .orElse(-1);
  }

  /** The first one from that place on; -1 if there is none. */
  private int first(int start, Predicate<Step> wanted) {
    return IntStream.range(start, steps.size())
        .filter(at -> wanted.test(steps.get(at)))
        .findFirst()
        .orElse(-1);
  }

  private Supplier<String> told(String what, int at) {
    return () -> "%s: %s after %s".formatted(what, steps.get(at), steps.subList(0, at));
  }
}
