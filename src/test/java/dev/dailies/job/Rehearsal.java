package dev.dailies.job;

import dev.dailies.TextWorkflow;
import dev.dailies.cli.FrontDoor;
import dev.dailies.cli.Typed;
import dev.dailies.job.folder.OutputFolder;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.ledger.EmptyLedger;
import dev.dailies.ledger.TaskView;
import dev.dailies.ledger.store.EmbeddedDatabase;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A job in a folder of its own, run in this process: real settings, a real database file, real
 * HTTP. Its one provider, unless more are added, is a {@link StubbedApi} at a fast pace.
 */
public final class Rehearsal {

  private static final String HEADER = "id,prompt,image";

  private final Path folder;
  private final Map<String, String> flags = new LinkedHashMap<>();
  private String manifest = "shots.csv";
  private boolean createsItsLedger;

  public Rehearsal(Path folder, String baseUrl) {
    this.folder = folder;
    set("provider", "cometapi");
    set("output", output().toString());
    set("stop-timeout", "2s");
    set("download.patience", "1s");
    addProvider("cometapi", baseUrl);
  }

  /** The same at a ComfyUI, for a workflow that takes a row's prompt. */
  static Rehearsal ofComfyui(Path folder, String baseUrl) {
    try {
      return ofComfyui(
          folder, baseUrl, Files.writeString(folder.resolve("text.json"), TextWorkflow.JSON));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The same, for that workflow. */
  static Rehearsal ofComfyui(Path folder, String baseUrl, Path workflow) {
    return new Rehearsal(folder, "http://127.0.0.1:9")
        .set("provider", "comfyui")
        .comfyui("base-url", baseUrl)
        .comfyui("workflow", workflow.toString())
        .comfyui("submit-rate", "100/s")
        .comfyui("poll-interval", "50ms");
  }

  /** One more provider of CometAPI's type. */
  public Rehearsal addProvider(String name, String baseUrl) {
    return addProvider(name, "cometapi", baseUrl);
  }

  /** One more provider of the given type. */
  public Rehearsal addProvider(String name, String type, String baseUrl) {
    String prefix = "providers." + name + ".";
    Map.of(
            "type", type,
            "base-url", baseUrl,
            "api-key", "sk-rehearsal",
            "submit-rate", "200/s",
            "poll-rate", "1000/s",
            "poll-interval", "50ms",
            "request-timeout", "20s",
            "give-up-after", "20s",
            "breaker-wait", "1s",
            "grace", "10s")
        .forEach((setting, value) -> set(prefix + setting, value));
    return this;
  }

  /** A setting by its name below {@code dailies}. */
  public Rehearsal set(String name, String value) {
    flags.put("dailies." + name, value);
    return this;
  }

  /** The same without a setting. */
  Rehearsal without(String name) {
    flags.remove("dailies." + name);
    return this;
  }

  /** A setting of the usual provider. */
  public Rehearsal api(String name, String value) {
    return set("providers.cometapi." + name, value);
  }

  /** A setting of ComfyUI. */
  Rehearsal comfyui(String name, String value) {
    return set("providers.comfyui." + name, value);
  }

  /** A manifest of so many rows, {@code shot-01} to {@code shot-NN}. */
  public Rehearsal rows(int count) {
    return shots(shots(count).toArray(String[]::new));
  }

  static List<String> shots(int count) {
    return IntStream.rangeClosed(1, count).mapToObj("shot-%02d"::formatted).toList();
  }

  /** A manifest with these shots; the prompt of each is its id. */
  Rehearsal shots(String... ids) {
    List<String> rows = List.of(ids).stream().map(Rehearsal::row).toList();
    return manifest(HEADER, rows.toArray(String[]::new));
  }

  static String row(String id) {
    return row(id, id);
  }

  static String row(String id, String prompt) {
    return id + "," + prompt + ",https://example.org/cat.jpg";
  }

  public Rehearsal manifest(String header, String... rows) {
    try {
      Files.writeString(manifest(), header + "\n" + String.join("\n", rows) + "\n");
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What a command of this job says, typed with the settings that need no key. */
  Typed type(String command, String... arguments) {
    return FrontDoor.type(words(command, arguments));
  }

  /** The same at a terminal, where a person gives these answers. */
  Typed answer(String answers, String command, String... arguments) {
    return FrontDoor.answer(answers, words(command, arguments));
  }

  private String[] words(String command, String... arguments) {
    return wordsAbout(manifest().toString(), command, arguments);
  }

  /** The words to type for a command about another target, with the settings of this job. */
  String[] wordsAbout(String target, String command, String... arguments) {
    List<String> words = new ArrayList<>(List.of(command, target));
    words.addAll(List.of(arguments));
    flags.forEach(
        (name, value) -> {
          if (!name.endsWith("api-key")) {
            words.add("--" + name + "=" + value);
          }
        });
    return words.toArray(String[]::new);
  }

  /** Has the key in a file, so that typed commands have it too. */
  Rehearsal keyFile() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "sk-rehearsal");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    flags.remove("dailies.providers.cometapi.api-key");
    return api("api-key-file", file.toString());
  }

  /** Goes on with another manifest: a path from the rehearsal's folder. */
  Rehearsal from(String manifest) {
    this.manifest = manifest;
    return this;
  }

  public Path manifest() {
    return folder.resolve(manifest);
  }

  public Path output() {
    return folder.resolve("out");
  }

  Path file(String name) {
    return output().resolve(name);
  }

  /** Begins with an empty ledger that the job itself creates, and not with a copy of one. */
  Rehearsal createsItsLedger() {
    createsItsLedger = true;
    return this;
  }

  public JobContext open() {
    JobSetup setup = JobSetup.load(new Target(manifest(), folder), flags);
    if (!createsItsLedger && !OutputFolder.exists(output())) {
      copyEmptyLedger();
    }
    return JobContext.open(setup);
  }

  /** To create one takes longer than most of what is rehearsed. */
  private void copyEmptyLedger() {
    try (OutputFolder output = OutputFolder.lock(output())) {
      EmbeddedDatabase database = new EmbeddedDatabase(output.inner());
      // A folder without a name has its ledger opened once more, to look for one there.
      output.job();
      EmptyLedger.copyTo(database.folder());
      database.seal();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Runs the job to its end. */
  public Ran run() {
    try (JobContext context = open()) {
      return run(context);
    }
  }

  public Ran run(JobContext context) {
    return result(context, context.run());
  }

  /** A part of an opened job, for tests that look behind the curtain. */
  public static <T> T bean(JobContext context, Class<T> type) {
    return spring(context).getBean(type);
  }

  public static <T> T bean(JobContext context, String name, Class<T> type) {
    return spring(context).getBean(name, type);
  }

  private static ApplicationContext spring(JobContext context) {
    Object spring = ReflectionTestUtils.getField(context, "spring");
    return (ApplicationContext) Objects.requireNonNull(spring);
  }

  /** Plans the manifest and sends nothing. */
  public Ran plan() {
    try (JobContext context = open()) {
      return result(context, context.planOnly());
    }
  }

  private Ran result(JobContext context, RunOutcome outcome) {
    TreeMap<String, TaskView> queries = new TreeMap<>();
    context.queries().forEach(view -> queries.put(view.task().name(), view));
    return new Ran(outcome, ExitCode.of(outcome).code(), queries, output());
  }
}
