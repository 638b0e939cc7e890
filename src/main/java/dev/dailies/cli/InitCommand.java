package dev.dailies.cli;

import dev.dailies.cli.ask.Confirmation;
import dev.dailies.cli.ask.FirstAnswers;
import dev.dailies.cli.watch.Terminals;
import dev.dailies.files.FileNames;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.Program;
import dev.dailies.provider.spi.FirstSetting;
import dev.dailies.settings.FirstJob;
import dev.dailies.settings.SettingsException;
import dev.dailies.text.ShellWord;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a job file to begin with, and a shot list if there is none. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a job file to begin with, and a small shot list if there is none.",
      "Asks three questions, or takes flags; writes over nothing."
    })
final class InitCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "JOB",
      description = "The job file to write (default: dailies.yaml).")
  private String job = "dailies.yaml";

  @Option(
      names = {"-m", "--manifest"},
      paramLabel = "FILE",
      description = "Your shot list, or a new one (default: shots.csv).")
  private @Nullable String manifest;

  @Option(
      names = {"-p", "--provider"},
      paramLabel = "NAME",
      description = "Who makes the clips (default: simulator, which costs nothing).")
  private @Nullable String provider;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The output folder (default: out/<name of the shot list>).")
  private @Nullable String output;

  @Option(
      names = "--workflow",
      paramLabel = "FILE",
      description = "For ComfyUI: the workflow, as 'Export (API)' has written it.")
  private @Nullable String workflow;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "For the generator: where it runs.")
  private @Nullable String baseUrl;

  @Spec private CommandSpec spec;

  private @Nullable Confirmation person;

  /** Takes answers from there instead of the terminal. */
  void askAt(Confirmation other) {
    person = other;
  }

  @Override
  public Integer call() {
    if (!job.matches("(?i).*\\.ya?ml")) {
      throw new SettingsException("'%s' is no name of a job file; call it *.yaml".formatted(job));
    }
    Path file = in(job);
    if (Files.exists(file)) {
      throw new SettingsException(
          "%s is there already, and stays as it is; name another: %s init tonight.yaml"
              .formatted(job, Program.shown()));
    }
    FirstJob first = asked(file);
    boolean hadList = first.hasList();
    first.write();
    tell(first, hadList);
    return ExitCode.OK.code();
  }

  private FirstJob asked(Path file) {
    FirstAnswers answers = new FirstAnswers(hasFlags() ? null : person());
    String named = answers.to("Shot list, yours or a new one", manifest, "shots.csv");
    if (named.matches("(?i)https?:.*")) {
      throw new SettingsException(
          "a list on the web needs no job file; type %s plan ADDRESS -p NAME -o out/night"
              .formatted(Program.shown()));
    }
    Path list = in(named);
    String chosen = answers.provider(provider);
    Optional<FirstSetting> needed = FirstJob.firstSetting(chosen);
    String usual = "out/" + String.valueOf(list.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
    String said = needed.map(setting -> said(setting, answers)).orElse("");
    String folder =
        needed.isEmpty()
            ? answers.to("Output folder", output, usual)
            : Optional.ofNullable(output).orElse(usual);
    return new FirstJob(file, list, in(folder), chosen, said);
  }

  private String said(FirstSetting setting, FirstAnswers answers) {
    String said = answers.to(setting, setting.isFile() ? workflow : baseUrl);
    return setting.isFile() ? FileNames.text(in(said)) : said;
  }

  private boolean hasFlags() {
    return Stream.of(
            Optional.ofNullable(manifest),
            Optional.ofNullable(provider),
            Optional.ofNullable(output),
            Optional.ofNullable(workflow),
            Optional.ofNullable(baseUrl))
        .anyMatch(Optional::isPresent);
  }

  private @Nullable Confirmation person() {
    if (person == null && Terminals.isTerminal()) {
      person = Confirmation.ofTerminal(spec.commandLine().getErr());
    }
    return person;
  }

  private void tell(FirstJob first, boolean hadList) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        hadList
            ? shown(first.list()) + " is there, and stays as it is"
            : "Wrote %s: two shots to begin with; put your own in their place"
                .formatted(shown(first.list())));
    out.println("Wrote %s: the job; its provider is %s".formatted(job, first.provider()));
    first.key().ifPresent(name -> out.println("Set " + name + " to your key before a run"));
    out.printf("Next: %s plan %s%n", Program.shown(), ShellWord.of(job));
    out.flush();
  }

  private static String shown(Path file) {
    Path folder = Shell.folder();
    return FileNames.text(file.startsWith(folder) ? folder.relativize(file) : file);
  }

  private static Path in(String typed) {
    return FileNames.in(Shell.folder(), typed).normalize();
  }
}
