package dev.dailies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/** A folder to work in, and the processes that were started there. Closing it kills them. */
public final class Workspace implements AutoCloseable {

  private final Path folder;
  private final List<JarProcess> processes = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<String> inherited =
      new ArrayList<>(List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR"));

  public Workspace(Path folder) {
    this.folder = folder;
  }

  /** Sets a variable for all processes that start from now on. */
  public Workspace with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Gives all processes that start from now on an empty environment. */
  Workspace bare() {
    inherited.clear();
    return this;
  }

  public Path path(String name) {
    return folder.resolve(name);
  }

  String text(String name) {
    try {
      return Files.readString(path(name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public void write(String name, String... lines) {
    try {
      Files.createDirectories(path(name).getParent());
      Files.write(path(name), List.of(lines));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Brings a file or folder of the project here, under its own name. */
  Workspace bring(String name) {
    try {
      FileSystemUtils.copyRecursively(Path.of(name), path(name));
      return this;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Writes a manifest of valid rows {@code s-001}, {@code s-002} …; each has a prompt of its own.
   */
  public void shots(String name, int rows) {
    manifest(
        name,
        rows,
        ",image,model,duration,ratio",
        ",https://example.com/a.jpg,gen3a_turbo,5,1280:768");
  }

  /** Writes a manifest of such rows that have nothing but their prompts. */
  public void prompts(String name, int rows) {
    manifest(name, rows, "", "");
  }

  private void manifest(String name, int rows, String moreColumns, String moreCells) {
    List<String> lines = new ArrayList<>(List.of("id,prompt" + moreColumns));
    IntStream.rangeClosed(1, rows)
        .mapToObj(Workspace::id)
        .map(id -> id + "," + prompt(id) + moreCells)
        .forEach(lines::add);
    write(name, lines.toArray(String[]::new));
  }

  static String id(int row) {
    return "s-%03d".formatted(row);
  }

  static String prompt(String id) {
    return "the fox of " + id;
  }

  /** Starts the product, the quick way. */
  public JarProcess start(String... arguments) {
    return start(Jar.quick(), arguments);
  }

  public JarProcess start(Jar jar, String... arguments) {
    List<String> command = new ArrayList<>(Sigint.heard());
    command.addAll(jar.command());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().retainAll(inherited);
    builder.environment().putAll(environment);
    String name = "process-" + processes.size();
    var process = new JarProcess(builder, path(name + ".out"), path(name + ".err"));
    processes.add(process);
    return process;
  }

  /** Runs the product to its end, the quick way. */
  public Ended run(String... arguments) {
    return start(arguments).await();
  }

  public Ended run(Jar jar, String... arguments) {
    return start(jar, arguments).await();
  }

  /** All that the processes have written to standard output and standard error. */
  String said() {
    return IntStream.range(0, processes.size())
        .mapToObj(number -> "process-" + number)
        .map(name -> text(name + ".out") + text(name + ".err"))
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    processes.forEach(JarProcess::close);
  }
}
