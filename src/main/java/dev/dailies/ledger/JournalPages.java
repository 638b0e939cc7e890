package dev.dailies.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dailies.ledger.JournalLine.Sent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the journal, from its beginning or only its end. */
final class JournalPages {

  private static final Logger log = LoggerFactory.getLogger(JournalPages.class);

  private JournalPages() {}

  /**
   * An attempt according to the journal.
   *
   * @param ticket null if none was written down
   */
  record Known(String attempt, Sent sent, @Nullable String ticket) {}

  /** The attempts in the last {@code bytes} of the journal that were not put off, oldest first. */
  static Map<String, Known> last(Path file, long bytes) {
    Map<String, Known> attempts = new LinkedHashMap<>();
    try (FileChannel channel = FileChannel.open(file)) {
      long from = Math.max(0, channel.size() - bytes);
      channel.position(from);
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), UTF_8));
      if (from > 0) {
        lines.readLine();
      }
      lines.lines().forEach(line -> parse(line).ifPresent(fact -> add(fact, attempts)));
      return attempts;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the journal " + file.getFileName(), failure);
    }
  }

  /** Skips an incomplete line: nothing was sent for it. */
  private static Optional<JournalLine> parse(String line) {
    try {
      return line.isBlank() ? Optional.empty() : Optional.of(Json.journalLine(line));
    } catch (RuntimeException unreadable) {
      log.warn("a line of the journal cannot be read: {}", unreadable.getMessage());
      return Optional.empty();
    }
  }

  private static void add(JournalLine line, Map<String, Known> attempts) {
    if (line.sent() != null) {
      attempts.put(line.attempt(), new Known(line.attempt(), line.sent(), null));
    } else if (line.ticket() != null) {
      attempts.computeIfPresent(
          line.attempt(), (id, known) -> new Known(id, known.sent(), line.ticket()));
    } else {
      attempts.remove(line.attempt());
    }
  }
}
