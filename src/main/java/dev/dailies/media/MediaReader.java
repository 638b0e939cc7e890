package dev.dailies.media;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;

/** Reads the facts that media files state about themselves. */
public final class MediaReader {

  private MediaReader() {}

  /** The facts of a file; none if it cannot be read, or is of no known kind. */
  public static MediaFacts read(Path file) {
    try (FileChannel channel = FileChannel.open(file, Set.of(READ, NOFOLLOW_LINKS))) {
      MediaType type = MediaType.of(MediaType.head(channel)).orElse(null);
      if (type == null) {
        return MediaFacts.NONE;
      }
      return type.isIso() ? new IsoFacts(channel).read() : PictureSize.of(type, channel);
    } catch (IOException | FlawedFileException | IndexOutOfBoundsException unreadable) {
      return MediaFacts.NONE;
    }
  }
}
