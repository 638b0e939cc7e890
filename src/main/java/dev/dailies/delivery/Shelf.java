package dev.dailies.delivery;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.dailies.provider.MediaType;
import dev.dailies.provider.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the finished files of a folder stand: looks at what arrived and gives it its final name.
 */
final class Shelf {

  private final Path folder;
  private final Disk disk;

  Shelf(Path folder, Disk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  Fetched place(Part part, String stem) throws IOException {
    String sha256 = part.finish();
    String head = MediaType.head(part.content());
    MediaType type = MediaType.of(head).orElse(null);
    if (type == null) {
      return head.isEmpty()
          ? new Fetched.Incomplete("the answer is empty")
          : new Fetched.NotAClip("the answer is no media file; it begins '" + readable(head) + "'");
    }
    String flaw = flaw(type, part.content());
    if (flaw != null) {
      return new Fetched.Incomplete("the " + type.extension() + " file is not whole: " + flaw);
    }
    Fetched.Saved saved =
        new Fetched.Saved(stem + "." + type.extension(), part.size(), sha256, type.mediaName());
    return publish(part, saved);
  }

  private static @Nullable String flaw(MediaType type, FileChannel content) throws IOException {
    return type.isIso() ? new IsoFile(content).flaw() : null;
  }

  private static String readable(String head) {
    return Reason.oneLine(head.replaceAll("[^ -~]+", " "));
  }

  private Fetched publish(Part part, Fetched.Saved saved) throws IOException {
    Path target = folder.resolve(saved.fileName());
    try {
      part.publish(target);
    } catch (FileAlreadyExistsException taken) {
      if (!holds(target, saved)) {
        return new Fetched.NotAClip(
            saved.fileName() + " exists and holds something else; it is left alone");
      }
    }
    disk.forceFolder(folder);
    return saved;
  }

  private static boolean holds(Path file, Fetched.Saved saved) throws IOException {
    return Files.isRegularFile(file, NOFOLLOW_LINKS)
        && Files.size(file) == saved.bytes()
        && Sha256.of(file, NOFOLLOW_LINKS).equals(saved.sha256());
  }
}
