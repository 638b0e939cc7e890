package dev.dailies.manifest;

import dev.dailies.files.FileNames;
import dev.dailies.provider.Inputs;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps paths of a manifest to paths of the output folder. The ledger keeps paths relative to the
 * output folder, since it holds rows of several manifests, and since the reports written from it, a
 * manifest among them, are in that folder.
 */
public final class PathMapping {

  private static final Pattern PART = Pattern.compile("[^|\\s](?:[^|]*[^|\\s])?");

  private final String folder;
  private final Inputs inputs;
  private final Inputs ledgerInputs;

  private PathMapping(Path output, Path folder, boolean leadsThere) {
    this.folder =
        leadsThere
            ? FileNames.text(output.relativize(folder)).replace(File.separatorChar, '/')
            : "";
    this.inputs = new Inputs(folder);
    this.ledgerInputs = leadsThere ? new Inputs(output) : inputs;
  }

  /**
   * Finds the relative path between the folders, through no link. Between two drives there is none,
   * and paths stay as they are.
   *
   * @param folder the manifest's
   */
  public static PathMapping between(Path output, Path folder) {
    Path from = real(output);
    Path to = real(folder);
    return new PathMapping(from, to, Objects.equals(from.getRoot(), to.getRoot()));
  }

  /** The row's cells with paths relative to the output folder; strays as they are. */
  public Map<String, String> lead(Row row) {
    if (folder.isEmpty() || !row.stray().isEmpty()) {
      return row.cells();
    }
    Map<String, String> led = new LinkedHashMap<>(row.cells());
    led.replaceAll(this::lead);
    return led;
  }

  /** Finds the files that such cells name. */
  public Inputs ledgerInputs() {
    return ledgerInputs;
  }

  private String lead(String column, String cell) {
    return switch (column) {
      case "image", "video" -> lead(cell);
      case "references" ->
          PART.matcher(cell).replaceAll(part -> Matcher.quoteReplacement(lead(part.group())));
      default -> Meaning.namesFiles(column, cell, inputs) ? lead(cell) : cell;
    };
  }

  private String lead(String cell) {
    return isRelativePath(cell) ? folder + "/" + cell : cell;
  }

  /** Leaves alone what is no path, as its row is told. */
  private static boolean isRelativePath(String cell) {
    try {
      return Inputs.isPath(cell)
          && !InputRules.beginsWithHost(cell)
          && !InputRules.isOnWindows(cell)
          && !FileNames.hasRoot(cell);
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException missing) {
      return folder.toAbsolutePath().normalize();
    }
  }
}
