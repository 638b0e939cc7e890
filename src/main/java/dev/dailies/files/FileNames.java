package dev.dailies.files;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Finds files by names that Java itself cannot spell: started without a locale, as by cron, it
 * takes ASCII alone. On POSIX systems a name is bytes, and those of UTF-8 can be given to it by a
 * URI.
 */
public final class FileNames {

  private static final String PLAIN = "-._~/";

  private FileNames() {}

  /**
   * The file of that name in the folder, or wherever an absolute name leads.
   *
   * @throws InvalidPathException if no file system could have it
   */
  public static Path in(Path folder, String name) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException unspelled) {
      try {
        return byBytes(folder, name);
      } catch (IllegalArgumentException impossible) {
        throw unspelled;
      }
    }
  }

  /**
   * True if the name leads from the top of a file system.
   *
   * @throws InvalidPathException if no file system could have it
   */
  public static boolean hasRoot(String name) {
    try {
      return Path.of(name).getRoot() != null;
    } catch (InvalidPathException unspelled) {
      return name.startsWith("/") && in(Path.of(""), name).isAbsolute();
    }
  }

  /** True for the name of a file right in its folder. */
  public static boolean isPlain(String name) {
    Path folder = Path.of("").toAbsolutePath();
    return folder.equals(in(folder, name).normalize().getParent());
  }

  /** True if the text of its path leads to the file: a database takes nothing else. */
  public static boolean isSpelled(Path file) {
    try {
      return Path.of(file.toString()).equals(file);
    } catch (InvalidPathException unspelled) {
      return false;
    }
  }

  /** The text of a path, also where Java itself cannot spell it. */
  public static String text(Path path) {
    if (isSpelled(path)) {
      return path.toString();
    }
    return StreamSupport.stream(path.spliterator(), false)
        .map(FileNames::textOfOne)
        .collect(Collectors.joining("/", path.isAbsolute() ? "/" : "", ""));
  }

  private static String textOfOne(Path name) {
    if (isSpelled(name)) {
      return name.toString();
    }
    String path = name.toUri().getPath().replaceFirst("/$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static Path byBytes(Path folder, String name) {
    String base = folder.toAbsolutePath().toUri().toString();
    String slash = base.endsWith("/") ? "" : "/";
    return Path.of(
        URI.create(
            name.startsWith("/") ? "file://" + escaped(name) : base + slash + escaped(name)));
  }

  /** A name for what is written before the file takes its own. */
  static Path unfinished(Path file) {
    try {
      return file.resolveSibling("." + file.getFileName() + ".tmp");
    } catch (InvalidPathException unspelled) {
      return file.resolveSibling("." + Sha256.of(file.toUri().toString()) + ".tmp");
    }
  }

  private static String escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
      char sign = (char) (one & 0xff);
      boolean plain = sign < 128 && (Character.isLetterOrDigit(sign) || PLAIN.indexOf(sign) >= 0);
      escaped.append(plain ? String.valueOf(sign) : "%" + hex(one));
    }
    return escaped.toString();
  }

  private static String hex(byte one) {
    return Integer.toHexString((one & 0xff) | 0x100).substring(1);
  }
}
