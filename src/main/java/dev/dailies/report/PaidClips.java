package dev.dailies.report;

import dev.dailies.files.FileNames;
import dev.dailies.ledger.AttemptCounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the sidecars in the folder say was paid for. A ledger that knows less than they do is an
 * older one, or another: it would pay again.
 */
public final class PaidClips {

  private final Path folder;
  private final SidecarFiles files;
  private final String job;
  private final AttemptCounts known;

  /**
   * @param job the UUID of the folder
   */
  public PaidClips(Path folder, String job, AttemptCounts known) {
    this.folder = folder;
    this.files = new SidecarFiles(folder);
    this.job = job;
    this.known = known;
  }

  /**
   * The sidecars whose clips the ledger does not know. Where there are no more of them than it has
   * delivered they are not read, since there may be very many.
   */
  public List<String> unknown() {
    List<Path> sidecars = files.all();
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

  /** True if a clip is of this folder, as far as anybody can tell. */
  public boolean mayHold(PaidClip clip) {
    return clip.job().equals(job) || known.isUnused();
  }

  private boolean isUnknown(Path file, boolean unused) {
    JsonNode sidecar = files.read(file);
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
}
