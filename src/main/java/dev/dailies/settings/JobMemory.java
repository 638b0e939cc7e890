package dev.dailies.settings;

import dev.dailies.files.AtomicFile;
import dev.dailies.files.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an output folder remembers of its last run, so that the folder alone names the job. Of flags
 * nothing is kept that is secret or was meant for one run only; the address of a list on the web is
 * kept whole, with a query that may be a password, in a file that only its owner may read.
 *
 * @param target the job file or the manifest
 * @param folder where the command was typed: what paths in its flags are relative to
 * @param flags settings by their full names
 * @param address where the list is on the web, if the manifest is one; else null
 */
public record JobMemory(
    Path target, Path folder, Map<String, String> flags, @Nullable ListAddress address) {

  static final String OUTPUT = "dailies.output";

  /** Flags of one run only. */
  private static final Set<String> ONCE =
      Set.of(
          "dailies.limit",
          "dailies.sample",
          "dailies.approve",
          "dailies.budget.per-run",
          "dailies.time-limit",
          "dailies.on-doubt",
          "dailies.verbose");

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  public JobMemory {
    flags = Map.copyOf(flags);
  }

  /** As it is written down: its paths are relative to the output folder, so that all may move. */
  private record Written(
      String target, String folder, Map<String, String> flags, @Nullable String address) {}

  /** Has the output folder remember a run with these settings. */
  public static void leave(JobSetup setup) {
    of(setup).write(setup.files().output());
  }

  /** Has the output folder remember these settings if it remembers none. */
  public static void leaveFirst(JobSetup setup) {
    if (read(setup.files().output()).isEmpty()) {
      leave(setup);
    }
  }

  /**
   * True if the output folder alone says as much as these settings: then a command needs no other
   * word.
   */
  public static boolean isWhole(JobSetup setup) {
    return setup.flags().keySet().stream().noneMatch(SecretNames::isSecret)
        && read(setup.files().output()).equals(Optional.of(of(setup)));
  }

  /** True for the full name of a setting that is meant for one run only. */
  public static boolean isOfOneRun(String name) {
    return ONCE.contains(name);
  }

  /** What a run with these settings would leave. */
  private static JobMemory of(JobSetup setup) {
    Map<String, String> flags = lasting(setup.flags());
    flags.remove(OUTPUT);
    return new JobMemory(
        setup.target().remembered(),
        setup.target().base(),
        flags,
        setup.target().rememberedAddress());
  }

  /** What may be kept of flags, and is taken from a folder: it may come from somebody else. */
  private static Map<String, String> lasting(Map<String, String> flags) {
    Map<String, String> lasting = new TreeMap<>(flags);
    lasting.keySet().removeIf(name -> isOfOneRun(name) || SecretNames.isSecret(name));
    return lasting;
  }

  /**
   * What the last run has left; empty if nothing was run there.
   *
   * @throws SettingsException if it cannot be read
   */
  static Optional<JobMemory> read(Path output) {
    Path file = file(output);
    try {
      Written written = MAPPER.readValue(Files.readAllBytes(file), Written.class);
      return Optional.of(
          new JobMemory(
              FileNames.in(output, written.target).normalize(),
              FileNames.in(output, written.folder).normalize(),
              lasting(written.flags),
              written.address == null ? null : ListAddress.of(written.address).orElse(null)));
    } catch (NoSuchFileException nothing) {
      return Optional.empty();
    } catch (IOException | JacksonException unreadable) {
      throw new SettingsException(
          "cannot read %s, which says what was run here; name the job file or the manifest instead"
              .formatted(JobFiles.INNER + "/" + file.getFileName()),
          unreadable);
    }
  }

  private void write(Path output) {
    try {
      Written written =
          new Written(
              relative(output, target),
              relative(output, folder),
              new TreeMap<>(flags),
              address == null ? null : address.toString());
      AtomicFile.replace(file(output), MAPPER.writeValueAsString(written));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write " + file(output), failure);
    }
  }

  private static Path file(Path output) {
    return output.resolve(JobFiles.INNER).resolve("last-run.json");
  }

  private static String relative(Path output, Path path) {
    boolean oneDisk = String.valueOf(output.getRoot()).equals(String.valueOf(path.getRoot()));
    return FileNames.text(oneDisk ? output.relativize(path) : path);
  }
}
