package dev.dailies.cli;

import dev.dailies.cli.watch.Terminals;
import dev.dailies.cli.words.Paint;
import dev.dailies.job.run.Program;
import dev.dailies.job.submit.Approval;
import dev.dailies.ledger.TaskId;
import dev.dailies.settings.JobMemory;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.SettingsException;
import dev.dailies.settings.Target;
import dev.dailies.text.NearestName;
import dev.dailies.text.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.UnmatchedArgsBinding;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of every command about a job. A flag is a short name for a setting. */
final class JobOptions {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TARGET",
      description = {
        "A job file (*.yaml), a manifest (*.csv, *.xlsx) or its https address, or an output folder,"
            + " which knows its last run.",
        "Without it: dailies.yaml, or else the only job file or manifest here."
      })
  private String target = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The output folder (default: out/<name> beside TARGET).")
  private @Nullable String output;

  @Option(
      names = {"-p", "--provider"},
      paramLabel = "NAME",
      description = "For rows that name no provider.")
  private @Nullable String provider;

  @Option(
      names = "--admission",
      paramLabel = "all|valid",
      description = "all: one bad row and nothing new is sent; valid: the good rows run.")
  private @Nullable String admission;

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      description = "Submissions to each provider: 2/s, 30/min, 100/h.")
  private @Nullable String rate;

  @Option(names = "--window", paramLabel = "N", description = "Tasks in flight at each provider.")
  private @Nullable String window;

  @Option(
      names = "--workflow",
      paramLabel = "FILE",
      description = "For ComfyUI: the workflow, or a picture or clip that it has made.")
  private @Nullable String workflow;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most N new submissions in this run.")
  private @Nullable String limit;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description =
          "Sends N tasks that differ most, to be looked at before all others are paid for.")
  private @Nullable String sample;

  @Option(
      names = "--approve",
      paramLabel = "DIGEST",
      description = "Agrees to what plan has shown with it, where confirm-above wants that.")
  private @Nullable String approve;

  @Option(
      names = "--max-cost",
      paramLabel = "USD",
      description = "Sends nothing more once this run has cost so much: 20, or 12.50.")
  private @Nullable String maxCost;

  @Option(
      names = "--time-limit",
      paramLabel = "6h",
      description = "How long this run may take; the next one goes on.")
  private @Nullable String timeLimit;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      description = "Colours (default: auto, on a terminal without NO_COLOR).")
  private Paint.When color = Paint.When.AUTO;

  @Option(names = "--json", description = "JSON lines on standard output.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      description = "The log, and where an error came from, on standard error.")
  private boolean verbose;

  private Set<String> names = Set.of();
  private final List<String> settings = new ArrayList<>();
  private @Nullable CommandSpec command;
  private @Nullable JobSetup setup;
  private String firstId = "";

  /**
   * Takes arguments that match no option as settings. Picocli does not fill {@code @Unmatched}
   * fields of a mixin.
   */
  @Spec(Spec.Target.MIXEE)
  void takeUnmatchedArgumentsOf(CommandSpec command) {
    this.command = command;
    names = command.optionsMap().keySet();
    command.addUnmatchedArgsBinding(
        UnmatchedArgsBinding.forStringArrayConsumer(
            new ISetter() {
              @Override
              public <T> T set(T unmatched) {
                if (unmatched instanceof String[] some) { // At first picocli sets null.
                  settings.addAll(List.of(some));
                }
                return unmatched;
              }
            }));
  }

  boolean isJson() {
    return json;
  }

  Paint paint() {
    boolean isTerminal = color == Paint.When.AUTO && Terminals.isTerminal();
    return Paint.of(color, isTerminal, System.getenv().getOrDefault("NO_COLOR", ""));
  }

  /** True if the log goes where progress would be shown. */
  boolean isVerbose() {
    return verbose;
  }

  /** Reads all settings. */
  JobSetup setup() {
    Map<String, String> flags = flags(); // A misspelt flag may have left its value for TARGET.
    JobSetup read = JobSetup.load(target(), flags);
    PicksFile.refuseAsList(read);
    if (target.isEmpty() && command != null) {
      String about = "no TARGET was named, so this is about " + read.target().shown();
      ErrorMessages.warn(List.of(about), command.commandLine().getErr());
    }
    setup = read;
    return read;
  }

  /** Whoever looks at a job, or names none, means it with the flags of its last run. */
  private Target target() {
    boolean sends = commandName().equals("run") || commandName().equals("plan");
    Target named = named();
    return output == null && (target.isEmpty() || !sends) ? named.asRemembered() : named;
  }

  private Target named() {
    try {
      return Target.of(target, Shell.folder());
    } catch (SettingsException unnamed) {
      if (firstId.isEmpty()) {
        throw unnamed;
      }
      throw new SettingsException(
          "there is no file or folder %s here; if it is an ID, name the folder first, as in: %s %s out/night %s"
              .formatted(firstId, Program.shown(), commandName(), ShellWord.of(firstId)),
          unnamed);
    }
  }

  private String commandName() {
    return command == null ? "" : command.name();
  }

  /**
   * The IDs that were typed. The first word is one of them if it can be no TARGET, as that may be
   * left out.
   *
   * @param others the words after the first
   */
  List<String> ids(List<String> others) {
    if (!Target.isNone(target, Shell.folder()) || TaskId.of(target).isEmpty()) {
      return others;
    }
    firstId = target;
    target = "";
    return Stream.concat(Stream.of(firstId), others.stream()).toList();
  }

  /**
   * The file that was typed behind TARGET. The only word is the file, as TARGET may be left out.
   *
   * @param second empty if there was only one word, or none
   */
  String file(String second) {
    if (!second.isEmpty()) {
      return second;
    }
    String only = target;
    target = "";
    return only;
  }

  /**
   * The words to type for a command about the same job. The output folder is enough once it
   * remembers these settings; until then a command without its flags could use another folder, and
   * pay for everything again.
   */
  String command(String command, String arguments) {
    return command(command, arguments, flag -> true);
  }

  /**
   * The run that goes on with all that such settings have left.
   *
   * @param settings by their short names
   */
  String runWithout(String... settings) {
    Set<String> names =
        Stream.of(settings).map(setting -> "dailies." + setting).collect(Collectors.toSet());
    return command("run", "", flag -> !names.contains(settingOf(flag)));
  }

  /** The settings with a person's approval. */
  JobSetup approve(String digest) {
    approve = digest;
    return setup();
  }

  /** The run that a person approves. */
  String runApproved(Approval.Question question) {
    return command("run", "", flag -> !settingOf(flag).equals("dailies.approve"))
        + " --approve="
        + question.digest();
  }

  private String command(String command, String arguments, Predicate<String> isWanted) {
    JobSetup known = Objects.requireNonNull(setup, "settings are read first");
    boolean isShort = JobMemory.isWhole(known);
    Stream<String> flags = isShort ? (command.equals("run") ? ofOneRun() : Stream.of()) : typed();
    String about =
        isShort
            ? shortTarget(command, known)
            : target.isEmpty()
                ? known.target().shown()
                : known.target().typedAddress().orElse(target);
    return Stream.of(
            Stream.of(Program.shown(), command, ShellWord.of(about)),
            Stream.of(arguments),
            flags.filter(isWanted).map(ShellWord::of))
        .flatMap(words -> words)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** The folder would have its own list read, where a part of that was named. */
  private static String shortTarget(String command, JobSetup known) {
    boolean isRead = command.equals("run") || command.equals("plan");
    return known.shown(
        isRead && known.target().isPart() ? known.target().path() : known.files().output());
  }

  /** Flags that the output folder does not remember. */
  private Stream<String> ofOneRun() {
    return typed().filter(flag -> JobMemory.isOfOneRun(settingOf(flag)));
  }

  /** The full name of the setting that a flag sets. */
  private static String settingOf(String flag) {
    String name = flag.substring(2, flag.indexOf('=')).replace("max-cost", "budget.per-run");
    return name.startsWith("dailies.") ? name : "dailies." + name;
  }

  /** The flags as they were typed, but for what may be secret. */
  private Stream<String> typed() {
    Map<String, @Nullable String> options = new LinkedHashMap<>();
    options.put("--output", output);
    options.put("--provider", provider);
    options.put("--admission", admission);
    options.put("--rate", rate);
    options.put("--window", window);
    options.put("--workflow", workflow);
    options.put("--limit", limit);
    options.put("--sample", sample);
    options.put("--approve", approve);
    options.put("--max-cost", maxCost);
    options.put("--time-limit", timeLimit);
    return Stream.concat(
        options.entrySet().stream()
            .filter(option -> option.getValue() != null)
            .map(option -> option.getKey() + "=" + option.getValue()),
        settings.stream().map(SecretFlags::hidden));
  }

  private Map<String, String> flags() {
    Map<String, String> flags = new LinkedHashMap<>();
    settings.forEach(setting -> addSetting(setting, flags));
    put(flags, "dailies.output", output);
    put(flags, "dailies.provider", provider);
    put(flags, "dailies.admission", admission);
    put(flags, "dailies.limit", limit);
    put(flags, "dailies.sample", sample);
    put(flags, "dailies.approve", approve);
    put(flags, "dailies.budget.per-run", maxCost);
    put(flags, "dailies.time-limit", timeLimit);
    put(flags, JobSetup.EVERY_PROVIDER + "submit-rate", rate);
    put(flags, JobSetup.EVERY_PROVIDER + "window", window);
    put(flags, JobSetup.EVERY_PROVIDER + "workflow", workflow);
    if (verbose) {
      flags.put("dailies.verbose", "true");
    }
    return flags;
  }

  private void addSetting(String argument, Map<String, String> flags) {
    int equals = argument.indexOf('=');
    if (argument.startsWith("-") && !argument.startsWith("--dailies.") && !isSetting(argument)) {
      throw new SettingsException(noFlag(argument));
    }
    if (!argument.startsWith("--") || equals < 0) {
      throw new SettingsException(
          argument.startsWith("--")
              ? argument + " has no value; settings are written --dailies.name=value"
              : "'" + argument + "' is one argument too many");
    }
    String name = argument.substring(2, equals);
    if (!name.startsWith("dailies.")) {
      throw new SettingsException(
          "there is no setting %s; ours begin with dailies.".formatted(name));
    }
    // Spring takes api-key, apiKey, API_KEY and more for the same setting.
    if (name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT).endsWith("apikey")) {
      throw new SettingsException(
          name
              + ": a key on the command line can be read by everybody; use the environment or"
              + " the setting api-key-file");
    }
    flags.put(name, argument.substring(equals + 1));
  }

  private static boolean isSetting(String argument) {
    return argument.startsWith("--") && argument.replaceFirst("=.*", "").contains(".");
  }

  private String noFlag(String argument) {
    String flag = argument.replaceFirst("=.*", "");
    return "there is no flag " + flag + NearestName.hint(flag, names);
  }

  private static void put(Map<String, String> flags, String name, @Nullable String value) {
    if (value != null) {
      flags.put(name, value);
    }
  }
}
