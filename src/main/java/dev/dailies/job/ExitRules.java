package dev.dailies.job;

/** Turns the outcome of a run into an exit code. The front door has the rules. */
public interface ExitRules {

  /**
   * What the process will end with.
   *
   * @param code 0 to 255
   * @param meaning in a few words
   */
  record Exit(int code, String meaning) {}

  /** The code for the given outcome. */
  Exit exitOf(RunOutcome outcome);
}
