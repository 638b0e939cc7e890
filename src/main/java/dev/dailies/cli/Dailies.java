package dev.dailies.cli;

import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.LastResort;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The front door: {@code java -jar dailies.jar COMMAND TARGET}. */
public final class Dailies {

  private static final List<Class<?>> COMMANDS =
      List.of(
          InitCommand.class,
          RunCommand.class,
          PlanCommand.class,
          DoctorCommand.class,
          StatusCommand.class,
          ExplainCommand.class,
          ResolveCommand.class,
          RetryCommand.class,
          RedoCommand.class,
          FetchCommand.class,
          RecoverCommand.class,
          VerifyCommand.class,
          PicksCommand.class,
          DeliverCommand.class,
          ReportCommand.class,
          ReconcileCommand.class,
          ConfigCommand.class,
          MappingCommand.class,
          SimulateCommand.class);

  /** The commands that may send tasks, or say what would be sent. */
  private static final Set<String> SENDING = Set.of("run", "plan", "doctor");

  private static final List<String> HOW_MUCH_IS_SENT =
      List.of(
          "--admission", "--rate", "--window", "--limit", "--sample", "--approve", "--max-cost");

  /** The commands that take as long as something takes elsewhere. */
  private static final Set<String> LASTING = Set.of("run", "plan", "fetch");

  private Dailies() {}

  public static void main(String[] args) {
    try {
      System.exit(run(Shell.asTyped(args)));
    } catch (Error failure) {
      LastResort.check(failure);
      throw failure;
    }
  }

  /** Runs one command and returns the exit code. */
  static int run(String... args) {
    // What is written down, or read by programs, must not depend on whose shell it was typed in.
    Locale.setDefault(Locale.ROOT);
    LastResort.watchThreads();
    // A connection that a server closes while idle must not be used for a paid request.
    System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    return Shell.writing(commandLine(args)).execute(args);
  }

  /**
   * Knows only the command that was typed, or all of them if none was: the others would take a
   * tenth of a start.
   */
  static CommandLine commandLine(String... args) {
    CommandLine commandLine = new CommandLine(new DailiesCommand());
    List<Class<?>> typed = COMMANDS.stream().filter(command -> isFirst(command, args)).toList();
    (typed.isEmpty() ? COMMANDS : typed).forEach(commandLine::addSubcommand);
    if (typed.isEmpty()) {
      addHelp(commandLine);
    }
    commandLine.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .forEach(Dailies::hideWhatDoesNothing);
    commandLine.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, Dailies::footer);
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(ErrorMessages::ofUsage)
        .setExecutionExceptionHandler(ErrorMessages::ofCommand);
  }

  /** {@code help run} says the same as {@code run --help}. */
  private static void addHelp(CommandLine commandLine) {
    CommandLine help = new CommandLine(new CommandLine.HelpCommand());
    help.getCommandSpec().usageMessage().header("Shows the help of a command.");
    commandLine.addSubcommand(help);
  }

  /** A script may name the settings of its runs everywhere, but no reader looks for them there. */
  private static void hideWhatDoesNothing(CommandSpec command) {
    if (!SENDING.contains(command.name())) {
      HOW_MUCH_IS_SENT.forEach(flag -> hide(command, flag));
    }
    if (!LASTING.contains(command.name())) {
      hide(command, "--time-limit");
    }
  }

  private static void hide(CommandSpec command, String flag) {
    OptionSpec option = command.findOption(flag);
    if (option != null) {
      command.remove(option);
      command.addOption(option.toBuilder().hidden(true).build());
    }
  }

  private static String footer(CommandLine.Help help) {
    return help.footer() + "When several apply: %s.%n".formatted(ExitCode.precedence());
  }

  private static boolean isFirst(Class<?> command, String... args) {
    return args.length > 0 && command.getAnnotation(Command.class).name().equals(args[0]);
  }
}
