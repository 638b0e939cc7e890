package dev.dailies.job.plan;

import dev.dailies.manifest.table.ManifestReader;
import dev.dailies.manifest.table.UnreadableManifestException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks whether a file is a manifest at all, before an output folder is made for it. */
public final class FirstLook {

  private FirstLook() {}

  /** Why it is none; empty if it can be read to its end. */
  public static Optional<String> objection(Path manifest) {
    try (ManifestReader reader = ManifestReader.open(manifest)) {
      while (reader.next() != null) {
        // What is wrong with single rows is for the plan to tell.
      }
      return Optional.empty();
    } catch (UnreadableManifestException unreadable) {
      return Optional.of(String.valueOf(unreadable.getMessage()));
    }
  }
}
