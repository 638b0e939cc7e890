package dev.dailies.cli.ask;

import dev.dailies.cli.watch.Terminals;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whether a person agrees to what a command is about to do: shown, asked, or told by a flag. */
public final class Consent {

  @Option(
      names = {"-n", "--dry-run"},
      description = "Says what would be done and its price, and changes nothing.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Does not ask.")
  private boolean yes;

  /** True if nothing is to be done, and nobody is asked. */
  public boolean isDryRun() {
    return dryRun;
  }

  /**
   * Asks.
   *
   * @param what needs {@code --yes} where nobody can be asked
   */
  public boolean isGivenTo(String question, String what, CommandSpec spec) {
    if (!yes && !Terminals.isTerminal()) {
      throw new ParameterException(
          spec.commandLine(), what + " needs --yes where nobody can be asked");
    }
    return yes || Confirmation.ofTerminal(spec.commandLine().getErr()).isGivenTo(question);
  }
}
