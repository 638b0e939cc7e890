package dev.dailies.cli;

import dev.dailies.job.ExitRules;

/** Hands the exit codes to tests of other packages. */
public final class FrontDoor {

  private FrontDoor() {}

  public static ExitRules exitRules() {
    return ExitCode.RULES;
  }
}
