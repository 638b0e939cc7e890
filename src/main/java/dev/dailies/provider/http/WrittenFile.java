package dev.dailies.provider.http;

import dev.dailies.files.Sha256;
import dev.dailies.media.DataUri;
import dev.dailies.provider.FileInBody;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A file as the part of a request's body in which it is written out, read piece by piece while it
 * is sent. A file that is not what was prepared fails the request before its last piece, so that no
 * server gets a whole request with another file. It may be sent more than once.
 */
final class WrittenFile implements BodyPublisher {

  /** A multiple of three, so that the pieces written out are the file written out. */
  private static final int PIECE = 24 * 1024;

  private final FileInBody file;

  WrittenFile(FileInBody file) {
    this.file = file;
  }

  @Override
  public long contentLength() {
    return DataUri.length(file.file().type(), file.file().bytes());
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    Pieces pieces = new Pieces(file);
    BodyPublishers.ofByteArrays(() -> pieces).subscribe(new Ending(subscriber, pieces));
  }

  /** Ends early where the file cannot be read, or is another one. */
  private static final class Pieces implements Iterator<byte[]> {

    private final FileInBody file;
    private final Sha256 digest = new Sha256();
    private byte @Nullable [] next;
    private @Nullable IOException trouble;
    private long position;

    Pieces(FileInBody file) {
      this.file = file;
      this.next = DataUri.head(file.file().type()).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean hasNext() {
      if (next == null && trouble == null && position < file.file().bytes()) {
        try {
          next = Base64.getEncoder().encode(read());
        } catch (IOException unreadable) {
          trouble = new IOException("cannot read " + file.file().name(), unreadable);
        }
      }
      return next != null;
    }

    /** Opens the file for each piece, so that none is left open by a request that is given up. */
    private byte[] read() throws IOException {
      int size = (int) Math.min(PIECE, file.file().bytes() - position);
      ByteBuffer piece = ByteBuffer.allocate(size);
      try (FileChannel channel = FileChannel.open(file.file().path())) {
        while (piece.hasRemaining() && channel.read(piece, position + piece.position()) >= 0) {
          // A read may give less than it was asked for.
        }
      }
      position += size;
      digest.add(piece.flip());
      if (position == file.file().bytes() && !digest.hex().equals(file.digest())) {
        throw new IOException("it has changed");
      }
      return piece.array();
    }

    @Override
    public byte[] next() {
      byte @Nullable [] piece = hasNext() ? next : null;
      if (piece == null) {
        throw new NoSuchElementException();
      }
      next = null;
      return piece;
    }
  }

  /** Passes everything on, and ends as the pieces have ended. */
  private record Ending(Flow.Subscriber<? super ByteBuffer> subscriber, Pieces pieces)
      implements Flow.Subscriber<ByteBuffer> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscriber.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer piece) {
      subscriber.onNext(piece);
    }

    @Override
    public void onError(Throwable failure) {
      subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
      if (pieces.trouble == null) {
        subscriber.onComplete();
      } else {
        subscriber.onError(pieces.trouble);
      }
    }
  }
}
