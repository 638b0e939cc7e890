package dev.dailies.cli;

import dev.dailies.text.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The top command: shows the help, and asks for a command. */
@Command(
    name = "dailies",
    description = "Turns a list of shots into finished clips overnight, and never pays twice.",
    mixinStandardHelpOptions = true,
    versionProvider = DailiesCommand.Versions.class,
    sortOptions = false,
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  every row delivered, or nothing to do",
      "  1  unexpected error, or the disk is full",
      "  2  bad usage, setting or manifest; nothing new was sent",
      "  3  finished; some rows failed, or verify found a difference",
      "  4  credentials missing or refused",
      "  5  temporary; run again later",
      "  7  the provider refuses: no credits, account blocked",
      "  8  limit reached; rows are left",
      " 10  time limit or deadline reached; clips may still be being made",
      " 11  another run holds this output folder",
      " 12  tasks in doubt need a decision",
      "130  stopped by Ctrl-C",
      "143  stopped from outside (SIGTERM)",
      "129  stopped when the terminal was closed (SIGHUP)"
    })
final class DailiesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    String commands = String.join(", ", spec.subcommands().keySet());
    throw new ParameterException(spec.commandLine(), "name a command: one of " + commands);
  }

  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"dailies " + Version.current()};
    }
  }
}
