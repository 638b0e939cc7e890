package dev.dailies.delivery;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.dailies.files.FileNames;
import dev.dailies.files.Sha256;
import dev.dailies.media.IsoFile;
import dev.dailies.media.MediaType;
import dev.dailies.text.PlainText;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The place of one file in its folder: checks what arrived and gives it its final name.
 *
 * @param stem the file's name without its extension
 * @param kinds what it may be
 */
record TargetFile(Path folder, String stem, Set<MediaType> kinds, Disk disk) {

  /** The file while it is not whole. */
  Path part() {
    return FileNames.in(folder, stem + ".part");
  }

  Part fresh() throws IOException {
    return Part.fresh(disk, part());
  }

  Part resumed() throws IOException {
    return Part.resumed(disk, part());
  }

  Downloaded place(Part part) throws IOException {
    String sha256 = part.finish();
    String head = MediaType.head(part.content());
    MediaType type = MediaType.of(head).orElse(null);
    if (type == null) {
      return head.isEmpty()
          ? new Downloaded.Incomplete("the answer is empty")
          : new Downloaded.NotAClip(
              "the answer is no media file; it begins '" + readable(head) + "'");
    }
    if (!kinds.contains(type)) {
      return new Downloaded.NotAClip(
          "the answer is " + type.mediaName() + ", which is not what was asked for");
    }
    String flaw = flaw(type, part.content());
    if (flaw != null) {
      return new Downloaded.Incomplete("the " + type.extension() + " file is not whole: " + flaw);
    }
    return publish(
        part,
        new Downloaded.Saved(stem + "." + type.extension(), part.size(), sha256, type.mediaName()));
  }

  private static @Nullable String flaw(MediaType type, FileChannel content) throws IOException {
    return type.isIso() ? new IsoFile(content).flaw() : null;
  }

  private static String readable(String head) {
    return PlainText.oneLine(head.replaceAll("[^ -~]+", " "), head.length());
  }

  private Downloaded publish(Part part, Downloaded.Saved saved) throws IOException {
    Path target = FileNames.in(folder, saved.fileName());
    try {
      part.publish(target);
    } catch (FileAlreadyExistsException taken) {
      if (!holds(target, saved)) {
        return new Downloaded.NotAClip(
            saved.fileName() + " exists and holds something else; it is left alone");
      }
    }
    disk.forceFolder(folder);
    return saved;
  }

  private static boolean holds(Path file, Downloaded.Saved saved) throws IOException {
    return Files.isRegularFile(file, NOFOLLOW_LINKS)
        && Files.size(file) == saved.bytes()
        && Sha256.of(file, NOFOLLOW_LINKS).equals(saved.sha256());
  }
}
