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
    description = "Turns a CSV of shots into finished clips overnight, and never pays twice.",
    mixinStandardHelpOptions = true,
    versionProvider = DailiesCommand.Versions.class,
    sortOptions = false,
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  every row delivered, or nothing to do",
      "  1  unexpected error",
      "  2  bad usage, setting or manifest; nothing new was sent",
      "  3  finished; some rows failed for good, or verify found a difference",
      "  4  credentials missing or refused",
      "  5  temporary; run again later",
      "  7  fatal at the provider: no credits, account blocked",
      "  8  limit reached; rows are left",
      " 10  deadline reached; tasks are still running at the provider",
      " 11  another run holds this output folder",
      " 12  tasks in doubt need a decision",
      "129  stopped by SIGHUP, 130 by SIGINT, 143 by SIGTERM, after a clean drain"
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
