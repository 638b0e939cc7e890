package dev.dailies.cli;

import dev.dailies.job.ExitRules;
import dev.dailies.job.RunOutcome;
import dev.dailies.ledger.TaskState;
import dev.dailies.provider.StopReason.Kind;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * What the process ends with. When several apply, the first in this list wins. All but the reasons
 * of this very run speak of the newest manifest's rows in the ledger.
 */
enum ExitCode {
  HELD(11, "another run holds this output folder", run -> false),
  FAILURE(1, "unexpected error", run -> run.stoppedBy(Kind.FAILURE)),
  INPUT(
      2, "bad usage, setting or manifest; nothing new was sent", run -> run.stoppedBy(Kind.INPUT)),
  TERMINATED(143, "stopped by SIGTERM after a clean drain", run -> run.stoppedBy(Kind.TERMINATED)),
  INTERRUPTED(130, "stopped by SIGINT after a clean drain", run -> run.stoppedBy(Kind.INTERRUPTED)),
  IN_DOUBT(12, "tasks in doubt need a decision", run -> run.count(TaskState.IN_DOUBT) > 0),
  ACCOUNT(7, "fatal at the provider", run -> run.stoppedBy(Kind.ACCOUNT)),
  CREDENTIALS(4, "credentials missing or refused", run -> run.stoppedBy(Kind.CREDENTIALS)),
  LIMIT(8, "limit reached; rows are left", run -> run.stoppedBy(Kind.LIMIT)),
  DEADLINE(
      10,
      "deadline reached; tasks are still running at the provider",
      run -> run.stoppedBy(Kind.DEADLINE) || run.count(TaskState.SUBMITTED) > 0),
  UNAVAILABLE(5, "temporary; run again later", run -> run.stoppedBy(Kind.UNAVAILABLE)),
  SOME_FAILED(
      3,
      "finished; some rows came to nothing",
      run ->
          run.count(
                  TaskState.REJECTED,
                  TaskState.FAILED,
                  TaskState.LOST,
                  TaskState.UNDELIVERED,
                  TaskState.CANCELLED)
              > 0),
  // Nothing above explains what is left, so something is wrong here.
  UNFINISHED(
      1,
      "unexpected end; rows are left",
      run -> run.count(TaskState.PLANNED, TaskState.SUBMITTING, TaskState.SUCCEEDED) > 0),
  OK(0, "every row is delivered", run -> true);

  /** The rules as the job knows them. */
  static final ExitRules RULES =
      outcome -> {
        ExitCode code = of(outcome);
        return new ExitRules.Exit(code.code, code.meaning);
      };

  private final int code;
  private final String meaning;
  private final Predicate<RunOutcome> applies;

  ExitCode(int code, String meaning, Predicate<RunOutcome> applies) {
    this.code = code;
    this.meaning = meaning;
    this.applies = applies;
  }

  static ExitCode of(RunOutcome outcome) {
    return Arrays.stream(values())
        .filter(code -> code.applies.test(outcome))
        .findFirst()
        .orElseThrow();
  }

  int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }
}
