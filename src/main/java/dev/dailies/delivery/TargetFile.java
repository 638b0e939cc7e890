package dev.dailies.delivery;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.dailies.files.FileNames;
import dev.dailies.files.Sha256;
import dev.dailies.media.MediaType;
import dev.dailies.media.whole.Ending;
import dev.dailies.text.PlainText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The place of one file in its folder: checks what arrived and gives it its final name, or keeps it
 * for a person to look at.
 *
 * @param stem the file's name without its extension
 */
record TargetFile(Path folder, String stem, Source source, Disk disk) {

  /** The file while it is not whole. */
  Path part() {
    return FileNames.in(folder, stem + ".part");
  }

  Part fresh() throws IOException {
    return Part.fresh(disk, part());
  }

  /** A place for the same bytes once more. */
  Part again() throws IOException {
    return Part.fresh(disk, FileNames.in(folder, stem + ".again.part"));
  }

  Part resumed() throws IOException {
    return Part.resumed(disk, part());
  }

  /** Says that there is another way to know whether all of a file came. */
  interface Comparison {
    boolean cameTheSame(String sha256) throws IOException;
  }

  /**
   * Gives the part its final name, if it is what is wanted.
   *
   * @param hasAnEnd true if a server's word proves that all of it came
   * @param comparison asked where nothing proves that
   */
  Downloaded place(Part part, boolean hasAnEnd, Comparison comparison) throws IOException {
    String sha256 = part.finish();
    String head = MediaType.head(part.content());
    MediaType type = type(head).orElse(null);
    if (type == null) {
      return head.isEmpty()
          ? new Downloaded.Incomplete("the answer is empty")
          : noClip(part, "the answer is no media file; it begins '" + readable(head) + "'");
    }
    if (!source.kinds().contains(type)) {
      return noClip(
          part, "the answer is " + type.mediaName() + ", which is not what was asked for");
    }
    if (source.sha256() != null && !source.sha256().equals(sha256)) {
      return noClip(part, "the provider gives another file than it did before");
    }
    Ending ending = Ending.of(type, part.content());
    if (ending.flaw() != null) {
      return incomplete(part, type, ending.flaw());
    }
    boolean known = ending.proven() || hasAnEnd;
    if (!known && !comparison.cameTheSame(sha256)) {
      return incomplete(part, type, "nothing marks its end, and it did not come the same twice");
    }
    String warning =
        known
            ? ending.oddity()
            : "unproven: nothing marks the end of the file; it came the same twice";
    return publish(
        part,
        new Downloaded.Saved(
            stem + "." + type.extension(), part.size(), sha256, type.mediaName(), warning));
  }

  /** A page of the web is no text that anybody asked for. */
  private Optional<MediaType> type(String head) {
    String begins = head.strip().toLowerCase(Locale.ROOT);
    boolean page = begins.startsWith("<!doctype") || begins.startsWith("<html");
    return MediaType.of(head)
        .or(() -> page || head.isEmpty() ? Optional.empty() : MediaType.ofText(source.fileName()));
  }

  private Downloaded incomplete(Part part, MediaType type, String flaw) throws IOException {
    String reason = "the " + type.extension() + " file is not whole: " + flaw;
    return new Downloaded.Incomplete(reason + kept(part));
  }

  private Downloaded noClip(Part part, String reason) throws IOException {
    return new Downloaded.NotAClip(reason + kept(part));
  }

  /** Says that what came is kept, if it is. */
  private String kept(Part part) throws IOException {
    return new RefusedFile(this).keep(part) ? "; it is kept as " + stem + ".refused" : "";
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
            saved.fileName() + " exists and holds something else; it is left alone", true);
      }
    }
    new RefusedFile(this).forget();
    disk.forceFolder(folder);
    return saved;
  }

  private static boolean holds(Path file, Downloaded.Saved saved) throws IOException {
    return Files.isRegularFile(file, NOFOLLOW_LINKS)
        && Files.size(file) == saved.bytes()
        && Sha256.of(file, NOFOLLOW_LINKS).equals(saved.sha256());
  }
}
