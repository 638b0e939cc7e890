package dev.dailies.provider;

import dev.dailies.media.DataUri;
import dev.dailies.media.MediaType;
import java.nio.file.Path;

/** An image or a video that a row names. */
public sealed interface Input {

  /** An address that a provider can fetch. */
  record Link(String url) implements Input {}

  /** The file itself, written into the row. */
  record Inline(DataUri data) implements Input {}

  /**
   * A file on this machine.
   *
   * @param name as the manifest gives it
   * @param type by its leading bytes
   */
  record LocalFile(String name, Path path, MediaType type, long bytes) implements Input {}

  /**
   * A cell that names nothing that could be sent.
   *
   * @param problem what is wrong with it
   * @param fix what to do
   */
  record Unusable(String problem, String fix) implements Input {}
}
