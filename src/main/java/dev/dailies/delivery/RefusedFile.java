package dev.dailies.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.dailies.files.FileNames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/**
 * Keeps what came in place of a clip as {@code <stem>.refused}, for a person to look at: it was
 * paid for, and the judgement may be wrong. Not without bounds, and never with the key in it.
 */
final class RefusedFile {

  private static final long LARGEST = DataSize.ofMegabytes(64).toBytes();
  private static final long MOST = 200;
  private static final int PIECE = 256 * 1024;

  /** Longer than a key in any of its forms. */
  private static final int OVERLAP = 4 * 1024;

  private final TargetFile target;
  private final Path path;

  RefusedFile(TargetFile target) {
    this.target = target;
    this.path = FileNames.in(target.folder(), target.stem() + ".refused");
  }

  /** Keeps a part that is finished, instead of what was kept before; true if it is kept. */
  boolean keep(Part part) throws IOException {
    forget();
    UnaryOperator<String> redaction = target.source().redaction();
    boolean fits = part.size() > 0 && part.size() <= LARGEST;
    boolean kept =
        redaction != null && fits && count() < MOST && isClean(part.content(), redaction);
    if (kept) {
      part.publish(path);
    }
    return kept;
  }

  /** Deletes what was kept, if anything was. */
  void forget() throws IOException {
    if (Files.exists(path, NOFOLLOW_LINKS)) {
      target.disk().delete(path);
    }
  }

  private long count() throws IOException {
    try (Stream<Path> files = Files.list(target.folder())) {
      return files.filter(file -> file.toString().endsWith(".refused")).count();
    }
  }

  /** True if nothing in it would be taken out of a text. */
  private boolean isClean(FileChannel content, UnaryOperator<String> redaction) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(PIECE);
    for (long start = 0; start < content.size(); start += PIECE - OVERLAP) {
      bytes.clear();
      while (bytes.hasRemaining() && content.read(bytes, start + bytes.position()) > 0) {}
      String text = ISO_8859_1.decode(bytes.flip()).toString();
      if (!redaction.apply(text).equals(text)) {
        return false;
      }
    }
    return true;
  }
}
