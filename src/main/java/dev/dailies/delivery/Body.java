package dev.dailies.delivery;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as it arrives, taken piece by piece by a thread that waits no longer than
 * it wants to: {@code java.net.http} itself has no deadline for a body.
 */
final class Body implements BodySubscriber<Body>, AutoCloseable {

  /**
   * Pieces of at most 48 kB each that may wait here, so that network and disk work side by side.
   */
  private static final int AHEAD = 8;

  private final BlockingQueue<Piece> arrived = new LinkedBlockingQueue<>();
  private Flow.@Nullable Subscription subscription;
  private boolean closed;

  /** Waits for what comes next; {@link Piece.Silence} if nothing does. */
  Piece next(long nanos) {
    try {
      Piece piece = arrived.poll(nanos, TimeUnit.NANOSECONDS);
      if (piece instanceof Piece.Bytes) {
        request(1);
      }
      return piece == null ? new Piece.Silence() : piece;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Piece.Broken(interrupted);
    }
  }

  @Override
  public CompletionStage<Body> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription upstream) {
    subscription = upstream;
    if (closed) {
      upstream.cancel();
    } else {
      upstream.request(AHEAD);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    arrived.add(new Piece.Bytes(buffers));
  }

  @Override
  public void onError(Throwable failure) {
    arrived.add(new Piece.Broken(failure));
  }

  @Override
  public void onComplete() {
    arrived.add(new Piece.End());
  }

  /** Ends the connection, unless the body is over. */
  @Override
  public synchronized void close() {
    closed = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  private synchronized void request(int pieces) {
    if (subscription != null) {
      subscription.request(pieces);
    }
  }
}
