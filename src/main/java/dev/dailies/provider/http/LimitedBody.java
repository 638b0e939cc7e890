package dev.dailies.provider.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Passes on a body of at most so many bytes, and fails on a longer one before it is in memory. */
final class LimitedBody implements BodySubscriber<byte[]> {

  private final BodySubscriber<byte[]> bytes;
  private final long limit;
  private Flow.@Nullable Subscription subscription;
  private long received;
  private volatile long lastByte = System.nanoTime();

  /**
   * @param bytes takes what comes
   */
  LimitedBody(long limit, BodySubscriber<byte[]> bytes) {
    this.bytes = bytes;
    this.limit = limit;
  }

  /** How long nothing has come, counted from the head of the answer on. */
  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - lastByte);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
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
    if (subscription != null) {
      subscription.cancel();
    }
    bytes.onError(new TooLargeException(limit));
  }

  @Override
  public void onError(Throwable failure) {
    bytes.onError(failure);
  }

  @Override
  public void onComplete() {
    bytes.onComplete();
  }
}
