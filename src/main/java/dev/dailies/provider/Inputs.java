package dev.dailies.provider;

import dev.dailies.files.FileNames;
import dev.dailies.media.DataUri;
import dev.dailies.media.MediaType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a row means by an image or a video: an address, inline data, or a file. */
public final class Inputs {

  /** One letter before the colon is a drive. */
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):");

  private static final String SERVER = "server:";

  private final @Nullable Path folder;

  /**
   * @param folder what paths are relative to: the manifest's; null for a list from elsewhere, which
   *     names no files here
   */
  public Inputs(@Nullable Path folder) {
    this.folder = folder;
  }

  /** Reads a cell. Of a file it reads only the size and the first bytes. */
  public Input of(String cell) {
    Optional<DataUri> data = DataUri.of(cell);
    if (data.isPresent()) {
      return new Input.Inline(data.get());
    }
    return isPath(cell) ? file(cell) : new Input.Link(cell);
  }

  /** The name of a file that lies at the provider's own server; empty if the cell names none. */
  public static Optional<String> onServer(String cell) {
    return cell.regionMatches(true, 0, SERVER, 0, SERVER.length())
        ? Optional.of(cell.substring(SERVER.length()).strip())
        : Optional.empty();
  }

  /** True if the cell names a file. */
  public static boolean isPath(String cell) {
    return scheme(cell).isEmpty();
  }

  /** What a URL or a data URI begins with, in lower case; empty for a path. */
  public static String scheme(String cell) {
    Matcher scheme = SCHEME.matcher(cell);
    return scheme.lookingAt() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private Input file(String name) {
    if (folder == null) {
      return new Input.Unusable("a list on the web names no files here", "give a link");
    }
    try {
      return FileNames.hasRoot(name)
          ? new Input.Unusable("the path is absolute", "write it relative to the manifest")
          : look(name, FileNames.in(folder, name));
    } catch (InvalidPathException noPath) {
      return new Input.Unusable("not a path: " + noPath.getReason(), "correct it");
    } catch (IOException unreadable) {
      return new Input.Unusable("the file cannot be read", "check its permissions");
    }
  }

  private static Input look(String name, Path path) throws IOException {
    if (!Files.exists(path)) {
      return new Input.Unusable(
          "there is no such file", "paths are relative to the manifest; correct it");
    }
    if (!Files.isRegularFile(path)) {
      return new Input.Unusable("this is no file", "name a file");
    }
    try (FileChannel file = FileChannel.open(path)) {
      String head = MediaType.head(file);
      long bytes = file.size();
      return MediaType.of(head)
          .<Input>map(type -> new Input.LocalFile(name, path, type, bytes))
          .orElseGet(() -> noMedia(bytes));
    }
  }

  private static Input noMedia(long bytes) {
    return bytes == 0
        ? new Input.Unusable("the file is empty", "give another")
        : new Input.Unusable(
            "by its first bytes the file is neither an image nor a video", "give another");
  }
}
