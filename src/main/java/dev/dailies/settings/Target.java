package dev.dailies.settings;

import dev.dailies.files.FileNames;
import dev.dailies.text.NearestName;
import dev.dailies.text.ShellWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a command is about: a job file, a manifest, or an output folder that remembers one of them.
 *
 * @param path the job file or the manifest, as an absolute path; of a list on the web where it
 *     would be if it lay in the current folder
 * @param folder where the command was started: what paths on the command line are relative to
 * @param memory what the output folder remembers of its last run; null if none was named
 * @param address where the list is on the web; null if it is a file
 */
public record Target(
    Path path, Path folder, @Nullable JobMemory memory, @Nullable ListAddress address) {

  private static final String USUAL = "dailies.yaml";

  /** What manifests are called; a file that is named may be called otherwise. */
  private static final String[] MANIFESTS = {".csv", ".xlsx", ".jsonl"};

  private static final String[] JOB_FILES = {".yaml", ".yml", ".properties"};

  /** As many output folders as a person is shown. */
  private static final int MOST = 5;

  /** What Excel leaves beside a workbook while that is open. */
  private static final String OPENED = "~$";

  /** A job file or a manifest. */
  public Target(Path path, Path folder) {
    this(path, folder, null, null);
  }

  /**
   * Takes the argument of the command line; an empty one is the usual job file, or the only one, in
   * this folder.
   */
  public static Target of(String argument, Path folder) {
    if (argument.isEmpty()) {
      return new Target(theOnlyOne(folder), folder);
    }
    Optional<ListAddress> published = ListAddress.of(argument);
    if (published.isPresent()) {
      ListAddress address = published.get();
      return new Target(folder.resolve(address.fileName()), folder, null, address);
    }
    Path path = FileNames.in(folder, argument).normalize();
    if (Files.isDirectory(path)) {
      return inFolder(argument, path, folder);
    }
    if (!Files.isRegularFile(path)) {
      throw new SettingsException(
          argument
              + " does not exist"
              + near(argument, path)
                  .map(name -> "; did you mean " + name + "?")
                  .orElse("; name a job file (*.yaml), a manifest or an output folder"));
    }
    Target named = new Target(path, folder);
    return named.isJobFile()
        ? named
        : insideOf(path).map(memory -> new Target(path, folder, memory, null)).orElse(named);
  }

  /**
   * The same job as its usual output folder remembers it, with the flags of its last run; as it is
   * where that remembers nothing, or another file.
   */
  public Target asRemembered() {
    if (memory != null || address != null || isJobFile()) {
      return this;
    }
    return remembered(usualOutput())
        .filter(known -> known.target().equals(path))
        .map(known -> new Target(path, folder, known, null))
        .orElse(this);
  }

  /**
   * True if a word names nothing here, nor anything nearly: no file, no folder, no address. Such a
   * word may be an ID, where the target may be left out.
   */
  public static boolean isNone(String word, Path folder) {
    if (word.isEmpty() || word.contains("/") || word.contains("\\") || isFileName(word)) {
      return false;
    }
    Path path = FileNames.in(folder, word).normalize();
    return ListAddress.of(word).isEmpty() && !Files.exists(path) && near(word, path).isEmpty();
  }

  private static boolean isFileName(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return Stream.concat(Stream.of(JOB_FILES), Stream.of(MANIFESTS)).anyMatch(lower::endsWith);
  }

  /** What lies there under nearly that name, as it would be typed. */
  private static Optional<String> near(String argument, Path path) {
    Path parent = path.getParent();
    Path name = path.getFileName();
    if (parent == null || name == null || !Files.isDirectory(parent)) {
      return Optional.empty();
    }
    String typed = argument.replaceFirst("[/\\\\]+$", "");
    String start =
        typed.substring(0, Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
    return NearestName.to(FileNames.text(name), targetsIn(parent))
        .map(found -> ShellWord.of(start + found));
  }

  private static List<String> targetsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> isOutput(file) || (isFileName(name(file)) && Files.isRegularFile(file)))
          .map(Target::name)
          .filter(name -> !name.startsWith(OPENED))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : FileNames.text(name);
  }

  private static Target inFolder(String argument, Path output, Path folder) {
    JobMemory memory =
        remembered(output).orElseThrow(() -> new SettingsException(knowsNothing(argument, output)));
    ListAddress address = memory.address();
    if (address == null && !Files.isRegularFile(memory.target())) {
      throw new SettingsException(
          "%s was made from %s, which is gone; put it back, or name the new one with --output %s"
              .formatted(argument, memory.target().getFileName(), argument));
    }
    return new Target(memory.target(), folder, memory, address);
  }

  private static String knowsNothing(String argument, Path output) {
    if (isOutput(output)) {
      return argument + " does not say what was run in it; name the job file or the manifest";
    }
    if (Files.exists(output.resolve("results.csv"))) {
      return "%s has lost its .dailies, the memory of what was paid; name its list: dailies recover LIST -o %s"
          .formatted(argument, ShellWord.of(argument));
    }
    List<String> below = outputsBelow(argument, output);
    return switch (below.size()) {
      case 0 ->
          "nothing was run in %s yet; name a job file (*.yaml) or a manifest".formatted(argument);
      case 1 -> "%s is no job's folder; did you mean %s?".formatted(argument, below.get(0));
      default ->
          "%s holds several jobs' folders; name one of %s%s"
              .formatted(
                  argument,
                  String.join(", ", below.subList(0, Math.min(MOST, below.size()))),
                  below.size() > MOST ? ", …" : "");
    };
  }

  private static boolean isOutput(Path folder) {
    return Files.isDirectory(folder.resolve(JobFiles.INNER));
  }

  /** Output folders directly in this one, as they would be typed. */
  private static List<String> outputsBelow(String argument, Path folder) {
    String start = argument.replaceFirst("[/\\\\]+$", "") + "/";
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Target::isOutput)
          .map(output -> start + FileNames.text(folder.relativize(output)))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** A manifest inside an output folder, as failures.csv, belongs to the job of that folder. */
  private static Optional<JobMemory> insideOf(Path manifest) {
    return remembered(manifest.resolveSibling(""));
  }

  private static Optional<JobMemory> remembered(Path output) {
    return JobMemory.read(output)
        .map(
            memory -> {
              Map<String, String> flags = new TreeMap<>(memory.flags());
              flags.put(JobMemory.OUTPUT, output.toString());
              return new JobMemory(memory.target(), memory.folder(), flags, memory.address());
            });
  }

  private static Path theOnlyOne(Path folder) {
    Path usual = folder.resolve(USUAL);
    if (Files.isRegularFile(usual)) {
      return usual;
    }
    List<Path> jobs = filesIn(folder, ".yaml", ".yml");
    List<Path> found = jobs.isEmpty() ? filesIn(folder, MANIFESTS) : jobs;
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new SettingsException(
        found.isEmpty()
            ? "name a job file (*.yaml), a manifest (*.csv, *.xlsx) or an output folder; there is"
                + " none here"
            : "name one of %s; there are several here"
                .formatted(
                    String.join(
                        ", ",
                        found.stream().map(file -> String.valueOf(file.getFileName())).toList())));
  }

  private static List<Path> filesIn(Path folder, String... endings) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Stream.of(endings).anyMatch(end -> lower(file).endsWith(end)))
          .filter(file -> !lower(file).startsWith(OPENED))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the current folder", unreadable);
    }
  }

  /** The job file; empty if there is none. */
  Optional<Path> jobFile() {
    if (isJobFile()) {
      return Optional.of(path);
    }
    return Optional.ofNullable(memory).map(JobMemory::target).filter(Target::isJobFile);
  }

  /** The file, if it is a manifest. */
  @Nullable Path manifest() {
    return isJobFile() || address != null ? null : path;
  }

  /** Where the folder's list is on the web; null if it is a file. */
  @Nullable ListAddress rememberedAddress() {
    return memory == null ? address : memory.address();
  }

  /**
   * The address of the list as it may be typed into a command that people can see; empty if it was
   * not typed, since it is a file, or a folder remembers it.
   */
  public Optional<String> typedAddress() {
    return Optional.ofNullable(memory == null ? address : null)
        .map(list -> list.web().query() == null ? list.toString() : "ADDRESS");
  }

  /** True for a manifest that is only a part of the job whose folder it lies in. */
  public boolean isPart() {
    return memory != null && address == null && !path.equals(memory.target());
  }

  /** What a folder is to remember: a manifest inside it is only a part of its job. */
  Path remembered() {
    return memory == null ? path : memory.target();
  }

  /** What paths in remembered flags are relative to. */
  Path base() {
    return memory == null ? folder : memory.folder();
  }

  /** The path for people to read: relative to the current folder, if it is below. */
  public String shown() {
    return path.startsWith(folder) ? FileNames.text(folder.relativize(path)) : name();
  }

  /** The file's name. */
  public String name() {
    return name(path);
  }

  /** The output folder where none is named. */
  Path usualOutput() {
    int dot = name().lastIndexOf('.');
    String stem = dot < 1 ? name() : name().substring(0, dot);
    return path.toAbsolutePath().resolveSibling("out").resolve(stem).normalize();
  }

  /** True for a job file, false for a manifest. */
  public boolean isJobFile() {
    return isJobFile(path);
  }

  static boolean isJobFile(Path path) {
    return Stream.of(JOB_FILES).anyMatch(lower(path)::endsWith);
  }

  private static String lower(Path path) {
    return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
  }
}
