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

/**
 * What was sent, kept once more outside of the database: a line of JSON for every request that is
 * about to go out, on disk before its first byte does, and one for every ticket. A database that
 * was put back from an older copy, or has lost its end, is told from it what must not be paid for
 * again. Only ever grows.
 */
public final class Journal implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;
  private final Clock clock;

  /** Opens the journal, or begins it. */
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

  /** The request is about to be sent. On disk when this returns. */
  public void sent(Intent intent, String providerType, Request request) {
    append(
        new JournalLine(
            intent.id().value(),
            JournalLine.Sent.of(intent.task(), providerType, request, clock.instant()),
            null,
            null),
        true);
  }

  /** The provider gave a ticket. Written at once; the next line that is forced takes it along. */
  public void accepted(AttemptId attempt, String ticket) {
    append(new JournalLine(attempt.value(), null, ticket, null), false);
  }

  /** The provider certainly took nothing, and the ledger is about to forget the attempt. */
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

  /** A process that died within a line had sent nothing for it yet. */
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
