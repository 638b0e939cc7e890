package dev.dailies.provider.http;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The body of a request, which knows whether anybody has asked for it. Until then nothing of it can
 * be on the wire, and it can be held back for good: no server can make anything of a request
 * without its body.
 */
final class HeldBody implements BodyPublisher {

  private enum State {
    UNASKED,
    ASKED,
    HELD_BACK
  }

  private final BodyPublisher body;
  private final AtomicReference<State> state = new AtomicReference<>(State.UNASKED);

  HeldBody(BodyPublisher body) {
    this.body = body;
  }

  /** Holds it back from now on. False if somebody has asked for it: then it may have been sent. */
  boolean holdBack() {
    return state.compareAndSet(State.UNASKED, State.HELD_BACK) || state.get() == State.HELD_BACK;
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    if (state.compareAndSet(State.UNASKED, State.ASKED) || state.get() == State.ASKED) {
      body.subscribe(subscriber);
      return;
    }
    subscriber.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long count) {
            // There is nothing to give.
          }

          @Override
          public void cancel() {
            // There is nothing to end.
          }
        });
    subscriber.onError(new IOException("the request was given up before it was sent"));
  }
}
