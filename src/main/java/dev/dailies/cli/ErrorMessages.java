package dev.dailies.cli;

import dev.dailies.job.folder.OutputFolderHeldException;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.Failures;
import dev.dailies.job.settle.CannotSettleException;
import dev.dailies.ledger.store.UntrustedLedgerException;
import dev.dailies.settings.SettingsException;
import dev.dailies.text.NearestName;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong; {@code --verbose} adds the stack trace. */
final class ErrorMessages {

  private ErrorMessages() {}

  static int ofUsage(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    String help = command.getCommandSpec().qualifiedName() + " --help";
    String said = said(failure);
    String see = said.endsWith("?") ? " See " : "; see ";
    return complain(command, said + see + help, ExitCode.INPUT);
  }

  private static String said(ParameterException failure) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return String.valueOf(failure.getMessage());
    }
    String word = unmatched.getUnmatched().get(0);
    CommandSpec command = failure.getCommandLine().getCommandSpec();
    boolean isFlag = word.startsWith("-");
    Set<String> known = isFlag ? command.optionsMap().keySet() : command.subcommands().keySet();
    String kind = isFlag ? "flag" : known.isEmpty() ? "argument" : "command";
    return "there is no " + kind + " " + word + NearestName.hint(word, known);
  }

  static int ofCommand(Exception failure, CommandLine command, ParseResult parsed) {
    boolean verbose = command.getParseResult().hasMatchedOption("--verbose");
    if (verbose) {
      failure.printStackTrace(command.getErr());
    }
    if (failure instanceof OutputFolderHeldException) {
      return complain(command, String.valueOf(failure.getMessage()), ExitCode.HELD);
    }
    if (failure instanceof SettingsException || failure instanceof CannotSettleException) {
      return complain(command, String.valueOf(failure.getMessage()), ExitCode.INPUT);
    }
    if (failure instanceof UntrustedLedgerException) {
      return complain(command, String.valueOf(failure.getMessage()), ExitCode.FAILURE);
    }
    boolean mayBeVerbose = command.getCommandSpec().findOption("--verbose") != null;
    String more = mayBeVerbose && !verbose ? " (--verbose shows where)" : "";
    return complain(command, Failures.describe(failure) + more, ExitCode.FAILURE);
  }

  /** Prints warnings: what they are about does not stop the command. */
  static void warn(List<String> warnings, PrintWriter err) {
    warnings.forEach(warning -> err.println("dailies: " + warning));
    err.flush();
  }

  private static int complain(CommandLine command, String message, ExitCode code) {
    PrintWriter err = command.getErr();
    err.println("dailies: " + message);
    err.flush();
    return code.code();
  }
}
