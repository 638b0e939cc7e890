package dev.dailies.job.run;

import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.text.Count;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What the process ends with. When several apply, the first in this list wins. All but the reasons
 * of this very run speak of the newest manifest's rows in the ledger.
 */
public enum ExitCode {
  HELD(11, "another run holds this output folder"),
  FAILURE(1, "unexpected error"),
  DISK_FULL(1, "the disk is full; nothing is lost"),
  INPUT(2, "the list or a setting has a mistake; nothing new was sent"),
  TERMINATED(143, "stopped from outside; nothing is lost"),
  INTERRUPTED(130, "stopped by Ctrl-C; nothing is lost"),
  HUNG_UP(129, "stopped when the terminal was closed; nothing is lost"),
  IN_DOUBT(12, "tasks in doubt need a decision"),
  ACCOUNT(7, "the provider refuses this account"),
  CREDENTIALS(4, "credentials missing or refused"),
  LIMIT(8, "limit reached; rows are left"),
  DEADLINE(10, "clips are still being made; run again to fetch them"),
  UNAVAILABLE(5, "not everything could be sent or fetched now; run again later"),
  SOME_FAILED(3, "finished; some rows failed"),
  /** Nothing above explains what is left, so something is wrong here. */
  UNFINISHED(1, "unexpected end; rows are left"),
  OK(0, "every row is delivered");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The code for the given outcome. */
  public static ExitCode of(RunOutcome outcome) {
    return Arrays.stream(values()).filter(code -> code.applies(outcome)).findFirst().orElse(OK);
  }

  /** Which code wins when several apply, as in {@code 11 > 1 > 2}. */
  public static String precedence() {
    return Arrays.stream(values())
        .takeWhile(code -> code != UNFINISHED)
        .map(code -> Integer.toString(code.code))
        .distinct()
        .collect(Collectors.joining(" > "));
  }

  /** The number, 0 to 255. */
  public int code() {
    return code;
  }

  /** What it means of one run, in a few words. */
  public String meaning(RunOutcome run) {
    if (this == OK) {
      return done(run);
    }
    boolean nothingRuns = run.all().getOrDefault(TaskState.SUBMITTED, 0L) == 0;
    return this == DEADLINE && nothingRuns ? "the time limit is reached; run again" : meaning;
  }

  /** A fetch ends well although there are rows that it can do nothing about. */
  private static String done(RunOutcome run) {
    long rows = run.current().values().stream().mapToLong(Long::longValue).sum();
    boolean isWhole = run.count(TaskState.DELIVERED) == rows;
    return (isWhole ? OK.meaning : "every finished clip was fetched") + doubts(run);
  }

  private static String doubts(RunOutcome run) {
    long doubts = run.all().getOrDefault(TaskState.IN_DOUBT, 0L);
    if (doubts == 0) {
      return "";
    }
    boolean areEarlier = run.count(TaskState.IN_DOUBT) == 0;
    return "; %s%s %s in doubt"
        .formatted(
            Count.of(doubts, "task"),
            areEarlier ? " of an earlier list" : "",
            doubts == 1 ? "is" : "are");
  }

  private boolean applies(RunOutcome run) {
    return switch (this) {
      case HELD -> false;
      case FAILURE -> run.stoppedBy(Kind.FAILURE);
      case DISK_FULL -> run.stoppedBy(Kind.DISK_FULL);
      case INPUT -> run.stoppedBy(Kind.INPUT);
      case TERMINATED -> run.stoppedBy(Kind.TERMINATED);
      case INTERRUPTED -> run.stoppedBy(Kind.INTERRUPTED);
      case HUNG_UP -> run.stoppedBy(Kind.HUNG_UP);
      case IN_DOUBT -> run.count(TaskState.IN_DOUBT) > 0;
      case ACCOUNT -> run.stoppedBy(Kind.ACCOUNT);
      case CREDENTIALS -> run.stoppedBy(Kind.CREDENTIALS);
      case LIMIT ->
          run.stoppedBy(Kind.LIMIT) || run.stoppedBy(Kind.BUDGET) || run.stoppedBy(Kind.APPROVAL);
      // Whether tasks that nobody can see are still running is not known.
      case DEADLINE ->
          run.stoppedBy(Kind.DEADLINE)
              || (run.count(TaskState.SUBMITTED) > 0 && !run.stoppedBy(Kind.UNAVAILABLE));
      case UNAVAILABLE -> run.stoppedBy(Kind.UNAVAILABLE);
      case SOME_FAILED ->
          run.count(
                  TaskState.REJECTED,
                  TaskState.FAILED,
                  TaskState.LOST,
                  TaskState.UNDELIVERED,
                  TaskState.CANCELLED)
              > 0;
      case UNFINISHED ->
          run.count(TaskState.PLANNED, TaskState.SUBMITTING, TaskState.SUCCEEDED) > 0;
      case OK -> true;
    };
  }
}
