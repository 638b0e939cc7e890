package dev.dailies.job;

import dev.dailies.job.run.RunOutcome;
import dev.dailies.ledger.Account;
import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a run of the whole job came to.
 *
 * @param code what the process would have ended with
 * @param accounts all tasks by name
 */
public record Ran(RunOutcome outcome, int code, TreeMap<String, Account> accounts, Path output) {

  /** The states of all tasks by name. */
  public Map<String, TaskState> states() {
    Map<String, TaskState> states = new TreeMap<>();
    accounts.forEach((name, account) -> states.put(name, account.task().state()));
    return states;
  }

  public TaskState state(String name) {
    return account(name).task().state();
  }

  public String reason(String name) {
    return String.valueOf(account(name).task().reason());
  }

  public Account account(String name) {
    return Objects.requireNonNull(accounts.get(name), () -> name + " is not in " + states());
  }

  /** The names of the tasks in the given state. */
  public List<String> in(TaskState state) {
    return accounts.values().stream()
        .filter(account -> account.task().state() == state)
        .map(account -> account.task().name())
        .sorted()
        .toList();
  }

  public int count(TaskState state) {
    return in(state).size();
  }

  /** The first reason of the given kind. */
  public StopReason stop(Kind kind) {
    return outcome.stopReasons().stream()
        .filter(reason -> reason.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " in " + outcome.stopReasons()));
  }
}
