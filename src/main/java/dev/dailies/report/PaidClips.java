package dev.dailies.report;

import dev.dailies.files.FileNames;
import dev.dailies.ledger.AttemptCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the sidecars in the folder say was paid for. A ledger that knows less than they do is an
 * older one, or another: it would pay again.
 */
public final class PaidClips {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** A sidecar is a page long. */
  private static final long LARGEST = 4_000_000;

  private final Path folder;
  private final String job;
  private final AttemptCounts known;

  /**
   * @param job the UUID of the folder
   */
  public PaidClips(Path folder, String job, AttemptCounts known) {
    this.folder = folder;
    this.job = job;
    this.known = known;
  }

  /**
   * The sidecars whose clips the ledger does not know. Where there are no more of them than it has
   * delivered they are not read, since there may be very many.
   */
  public List<String> unknown() {
    List<Path> sidecars = jsonFiles();
    if (sidecars.size() <= known.files()) {
      return List.of();
    }
    boolean unused = known.isUnused();
    return sidecars.stream()
        .filter(file -> isUnknown(file, unused))
        .map(file -> String.valueOf(file.getFileName()))
        .sorted()
        .toList();
  }

  private List<Path> jsonFiles() {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> json = new ArrayList<>();
      files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.endsWith("summary.json"))
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .forEach(json::add);
      return json;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + folder, unreadable);
    }
  }

  private boolean isUnknown(Path file, boolean unused) {
    JsonNode sidecar = read(file);
    JsonNode row = sidecar.path("row");
    String clip = sidecar.path("file").path("name").asString("");
    if (clip.isEmpty() || !Files.exists(FileNames.in(folder, clip))) {
      return false;
    }
    boolean ours = sidecar.path("job").asString("").equals(job);
    int paid = sidecar.path("attempts").size();
    return (ours || unused)
        && paid > 0
        && known.of(
                row.path("id").asString(""),
                row.path("take").asInt(0),
                row.path("revision").asInt(0))
            < paid;
  }

  private static JsonNode read(Path file) {
    try {
      return Files.size(file) > LARGEST
          ? MAPPER.createObjectNode()
          : MAPPER.readTree(Files.readAllBytes(file));
    } catch (IOException | JacksonException notOurs) {
      return MAPPER.createObjectNode();
    }
  }
}
