package dev.dailies.job.deliver;

import dev.dailies.files.Durable;
import dev.dailies.files.FileNames;
import dev.dailies.files.NewFile;
import dev.dailies.files.Sha256;
import dev.dailies.job.run.ClipFiles;
import dev.dailies.ledger.DeliveredFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Where clips are handed to. A file there is never overwritten: one with the same bytes is left as
 * it is.
 */
final class TargetFolder {

  /** What came of one clip. */
  enum Put {
    COPIED,
    LINKED,
    /** It was there before. */
    THERE,
    /** Another file has its name. */
    TAKEN,
    /** The clip is missing or not as it was delivered. */
    HARMED
  }

  private final Path folder;
  private final Path clips;
  private final ClipFiles checks;

  /**
   * @param clips the output folder, from which they come
   */
  TargetFolder(Path folder, Path clips) {
    this.folder = folder;
    this.clips = clips;
    this.checks = new ClipFiles(clips);
  }

  Path file(String name) {
    return FileNames.in(folder, name);
  }

  boolean has(String name) {
    return Files.exists(file(name), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Puts a clip there.
   *
   * @param linked true for a hard link where the disk has them, else a copy
   */
  Put put(DeliveredFile clip, String name, boolean linked) throws IOException {
    Path file = file(name);
    if (has(name)) {
      return isIt(file, clip) ? Put.THERE : Put.TAKEN;
    }
    if (checks.problemAtAGlance(clip).isPresent() || (linked && checks.problem(clip).isPresent())) {
      return Put.HARMED;
    }
    try {
      return linked && isLinked(file, clip) ? Put.LINKED : copy(clip, file);
    } catch (FileAlreadyExistsException another) {
      return Put.TAKEN;
    }
  }

  private static boolean isIt(Path file, DeliveredFile clip) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == clip.bytes()
        && Sha256.of(file).equals(clip.sha256());
  }

  private boolean isLinked(Path file, DeliveredFile clip) throws IOException {
    try {
      Files.createLink(file, FileNames.in(clips, clip.name()));
      return true;
    } catch (FileAlreadyExistsException another) {
      throw another;
    } catch (IOException | UnsupportedOperationException anotherDisk) {
      return false;
    }
  }

  private Put copy(DeliveredFile clip, Path file) throws IOException {
    try (NewFile fresh = NewFile.at(file)) {
      Files.copy(FileNames.in(clips, clip.name()), fresh.beside());
      if (!Sha256.of(fresh.beside()).equals(clip.sha256())) {
        if (checks.problem(clip).isPresent()) {
          return Put.HARMED;
        }
        throw new IOException("the copy of " + clip.name() + " has other bytes than the clip");
      }
      fresh.publish();
      return Put.COPIED;
    }
  }

  /** Has all of it survive a power cut. */
  void sync() throws IOException {
    Durable.forceFolder(folder);
  }
}
