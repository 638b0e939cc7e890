package dev.dailies.report;

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

/** The files in a folder that may be sidecars. */
final class SidecarFiles {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** A sidecar is a page long. */
  private static final long LARGEST = 4_000_000;

  private final Path folder;

  SidecarFiles(Path folder) {
    this.folder = folder;
  }

  List<Path> all() {
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

  /** What a file says; nothing, if it is not ours. */
  JsonNode read(Path file) {
    try {
      return Files.size(file) > LARGEST
          ? MAPPER.createObjectNode()
          : MAPPER.readTree(Files.readAllBytes(file));
    } catch (IOException | JacksonException notOurs) {
      return MAPPER.createObjectNode();
    }
  }
}
