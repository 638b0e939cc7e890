package dev.dailies.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whether a person agrees to what a command is about to do: shown, asked, or told by a flag. */
final class Consent {

  @Option(
      names = {"-n", "--dry-run"},
      description = "Says what would be done and its price, and changes nothing.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Does not ask.")
  private boolean yes;

  boolean isDryRun() {
    return dryRun;
  }

  /**
   * Asks.
   *
   * @param what needs {@code --yes} where nobody can be asked
   */
  boolean isGivenTo(String question, String what, CommandSpec spec) {
    if (!yes && !Terminals.isTerminal()) {
      throw new ParameterException(
          spec.commandLine(), what + " needs --yes where nobody can be asked");
    }
    return yes || Confirmation.ofTerminal(spec.commandLine().getErr()).isGivenTo(question);
  }
}
