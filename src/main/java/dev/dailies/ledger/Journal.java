package dev.dailies.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.dailies.ledger.Ledger.Intent;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A second record of what was sent, outside the database: a line of JSON for every request, on disk
 * before its first byte is sent, and one for every ticket. If the database was restored from an
 * older copy, or lost its newest changes, the journal says what must not be paid for again. It only
 * grows.
 */
public final class Journal implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;
  private final Clock clock;

  /** Opens the journal, or creates it. */
  public Journal(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
    try {
      this.channel = FileChannel.open(file, CREATE, READ, WRITE);
      endTornLine();
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }

  /** Notes that a request is about to be sent. The line is on disk when this returns. */
  public void sent(Intent intent, String providerType, Request request) {
    append(
        new JournalLine(
            intent.id().value(),
            JournalLine.Sent.of(intent.task(), providerType, request, clock.instant()),
            null,
            null),
        true);
  }

  /**
   * Notes what was sent before, and is known from elsewhere.
   *
   * @param ticket null if none came
   */
  void known(
      Intent intent, String providerType, Request request, Instant at, @Nullable String ticket) {
    JournalLine.Sent sent = JournalLine.Sent.of(intent.task(), providerType, request, at);
    append(new JournalLine(intent.id().value(), sent, null, null), ticket == null);
    if (ticket != null) {
      append(new JournalLine(intent.id().value(), null, ticket, null), true);
    }
  }

  /** Notes a ticket. The line is written at once, and synced with the next request. */
  public void accepted(AttemptId attempt, String ticket) {
    append(new JournalLine(attempt.value(), null, ticket, null), false);
  }

  /** Notes that the provider certainly took nothing: the ledger is about to delete the attempt. */
  public void putOff(AttemptId attempt) {
    append(new JournalLine(attempt.value(), null, null, true), false);
  }

  Path file() {
    return file;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }

  private synchronized void append(JournalLine line, boolean force) {
    ByteBuffer bytes = ByteBuffer.wrap((Json.write(line) + "\n").getBytes(UTF_8));
    try {
      long end = channel.size();
      try {
        write(bytes, end);
      } catch (IOException failure) {
        channel.truncate(end);
        throw failure;
      }
      if (force) {
        channel.force(false);
      }
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }

  private void write(ByteBuffer bytes, long from) throws IOException {
    long position = from;
    while (bytes.hasRemaining()) {
      position += channel.write(bytes, position);
    }
  }

  /** Ends a line that a killed process left incomplete; nothing was sent for it. */
  private void endTornLine() throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    long size = channel.size();
    if (size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n') {
      write(ByteBuffer.wrap(new byte[] {'\n'}), size);
    }
  }

  private UncheckedIOException unwritable(IOException failure) {
    return new UncheckedIOException(
        "cannot write the journal %s: %s".formatted(file.getFileName(), failure.getMessage()),
        failure);
  }
}
