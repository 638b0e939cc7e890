package dev.dailies.provider.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Passes on a body of at most so many bytes, and fails on a longer one. */
final class LimitedBody implements BodySubscriber<InputStream> {

  private final BodySubscriber<InputStream> bytes;
  private final long limit;
  private volatile Flow.@Nullable Subscription subscription;
  private long received;
  private volatile boolean isGivenUp;
  private volatile long lastByte = System.nanoTime();

  /**
   * @param bytes takes what comes
   */
  LimitedBody(long limit, BodySubscriber<InputStream> bytes) {
    this.bytes = bytes;
    this.limit = limit;
  }

  /** How long nothing has come, counted from the head of the answer on. */
  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - lastByte);
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return bytes.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription upstream) {
    subscription = upstream;
    bytes.onSubscribe(upstream);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    lastByte = System.nanoTime();
    received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (received <= limit) {
      bytes.onNext(buffers);
      return;
    }
    giveUp(new TooLargeException(limit));
  }

  /** Whoever reads it gets this instead of the rest. */
  void giveUp(IOException why) {
    isGivenUp = true;
    Flow.Subscription upstream = subscription;
    if (upstream != null) {
      upstream.cancel();
    }
    bytes.onError(why);
  }

  @Override
  public void onError(Throwable failure) {
    if (!isGivenUp) {
      bytes.onError(failure);
    }
  }

  @Override
  public void onComplete() {
    bytes.onComplete();
  }
}
