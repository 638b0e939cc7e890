package dev.dailies.provider.http;

import dev.dailies.provider.Secret;
import dev.dailies.provider.http.network.Network;
import dev.dailies.text.PlainText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request to a provider's API exactly once and says how it ended. The limits that {@code
 * java.net.http} leaves open are set here: a deadline that includes the body, a largest body, no
 * redirect. A POST is never repeated underneath: that client repeats only GET and HEAD.
 */
public final class ProviderHttp {

  /** The largest answer of an API that is read, in bytes. */
  static final int MAX_BODY = 8 * 1024 * 1024;

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /**
   * How long the body of an answer may stand still: an answer that has begun does not take minutes.
   */
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);

  /** The slowest line that a large request is given time for, in bytes a second. */
  private static final long SLOWEST = 100_000;

  private final ApiClient client;
  private final Duration timeout;
  private final Duration idleTimeout;
  private final Secret key;

  /**
   * @param timeout from sending to the last byte of the answer; a large request gets the time that
   *     it takes on a slow line besides
   * @param key taken out of every answer before anybody sees it
   */
  public ProviderHttp(ApiClient client, Duration timeout, Secret key) {
    this(client, timeout, IDLE_TIMEOUT, key);
  }

  ProviderHttp(ApiClient client, Duration timeout, Duration idleTimeout, Secret key) {
    this.client = client;
    this.timeout = timeout;
    this.idleTimeout = idleTimeout;
    this.key = key;
  }

  /** Sends the request once. Never throws for what a network or a server does. */
  public Exchange send(HttpRequest request) {
    return send(request, MAX_BODY);
  }

  /**
   * The same for an API whose answers are larger.
   *
   * @param most the largest answer that is read, in bytes
   */
  public Exchange send(HttpRequest request, int most) {
    Exchange exchange = send(request, new Reading(most, null));
    if (exchange instanceof Exchange.NotSent notSent) {
      return new Exchange.NotSent(notSent.reason() + " (" + place(request.uri()) + ")");
    }
    return exchange instanceof Exchange.Answer answer && REDIRECTS.contains(answer.status())
        ? new Exchange.Redirected(
            "HTTP " + answer.status() + ": the server redirects to " + location(answer),
            answer.evidence())
        : exchange;
  }

  /** As in {@code localhost:8188}. */
  private static String place(URI address) {
    return StandIn.meant(address).getRawAuthority().replaceAll(".*@", "");
  }

  private static String location(Exchange.Answer answer) {
    return answer
        .headers()
        .firstValue("Location")
        .map(location -> PlainText.oneLine(location, 100))
        .orElse("another address");
  }

  /**
   * Asks once for a file, which is not held in memory: the body of an answer with status 200 is
   * written there, and the answer has none.
   *
   * @param most the largest file that is read, in bytes
   */
  public Exchange fetch(HttpRequest request, int most, Path file) {
    return send(request, new Reading(most, file));
  }

  /** Asks the other addresses of the host as long as nothing was sent. */
  private Exchange send(HttpRequest given, Reading reading) {
    String obstacle = client.obstacle(given.uri());
    if (obstacle != null) {
      return new Exchange.ShutOut(obstacle);
    }
    HttpRequest request = complete(given);
    Exchange exchange = once(request, reading, client::send);
    if (exchange instanceof Exchange.NotSent) {
      for (InetAddress address : client.others(request.uri())) {
        exchange = once(request, reading, (once, handler) -> client.send(once, address, handler));
        if (!(exchange instanceof Exchange.NotSent) || Thread.currentThread().isInterrupted()) {
          return exchange;
        }
      }
    }
    return exchange;
  }

  /** With our name, and with what lets us through a proxy. */
  private HttpRequest complete(HttpRequest given) {
    HttpRequest.Builder request = HttpRequest.newBuilder(given, (name, value) -> true);
    if (given.headers().firstValue("User-Agent").isEmpty()) {
      request.setHeader("User-Agent", Network.USER_AGENT);
    }
    String authorization = client.proxyAuthorization(given.uri());
    if (authorization != null) {
      request.setHeader("Proxy-Authorization", authorization);
    }
    return request.build();
  }

  private Exchange once(HttpRequest request, Reading reading, Sender sender) {
    Duration deadline = timeout.plus(timeOnASlowLine(request));
    HeldBody held = request.bodyPublisher().map(HeldBody::new).orElse(null);
    HttpRequest once =
        held == null
            ? request
            : HttpRequest.newBuilder(request, (name, value) -> true)
                .method(request.method(), held)
                .build();
    AtomicReference<@Nullable LimitedBody> body = new AtomicReference<>();
    CompletableFuture<HttpResponse<byte[]>> exchange =
        sender.send(
            once,
            head -> {
              LimitedBody begun = new LimitedBody(reading.most(), reading.into(head.statusCode()));
              body.set(begun);
              return begun;
            });
    try {
      return answered(await(exchange, deadline, body), request.uri(), reading);
    } catch (TimeoutException late) {
      exchange.cancel(true);
      return unanswered(String.valueOf(late.getMessage()), held);
    } catch (InterruptedException interrupted) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return unanswered("the wait for the answer was interrupted", held);
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      return Failure.judge(cause, held != null && held.holdBack(), key);
    }
  }

  private static Exchange unanswered(String reason, @Nullable HeldBody held) {
    return held != null && held.holdBack()
        ? new Exchange.NotSent(reason)
        : new Exchange.NoAnswer(reason);
  }

  private Exchange answered(HttpResponse<byte[]> response, URI url, Reading reading) {
    if (response.statusCode() == 407 && client.isProxied(url)) {
      return new Exchange.ShutOut("the proxy wants a password; set it in dailies.proxy");
    }
    try {
      byte @Nullable [] body = response.body();
      String text = reading.text(body == null ? new byte[0] : body, response.headers());
      return new Exchange.Answer(
          response.statusCode(), redacted(response.headers()), key.redact(text));
    } catch (IOException unreadable) {
      return Failure.cut(
          String.valueOf(unreadable.getMessage()), unreadable instanceof TooLargeException);
    }
  }

  private HttpResponse<byte[]> await(
      CompletableFuture<HttpResponse<byte[]>> exchange,
      Duration deadline,
      AtomicReference<@Nullable LimitedBody> body)
      throws InterruptedException, ExecutionException, TimeoutException {
    long end = System.nanoTime() + deadline.toNanos();
    while (true) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (left.isNegative()) {
        throw new TimeoutException("no complete answer within " + deadline.toSeconds() + " s");
      }
      LimitedBody begun = body.get();
      Duration patience = idleTimeout.minus(begun == null ? Duration.ZERO : begun.idle());
      if (patience.isNegative()) {
        throw new TimeoutException("the answer stood still for " + idleTimeout.toSeconds() + " s");
      }
      long wait = Math.min(left.toNanos(), patience.toNanos());
      try {
        return exchange.get(Math.max(1, wait), TimeUnit.NANOSECONDS);
      } catch (TimeoutException notYet) {
        // The next turn of the loop shows which of the two it was.
      }
    }
  }

  private static Duration timeOnASlowLine(HttpRequest request) {
    long bytes = request.bodyPublisher().map(BodyPublisher::contentLength).orElse(0L);
    return Duration.ofMillis(Math.max(0, bytes) * 1000 / SLOWEST);
  }

  private HttpHeaders redacted(HttpHeaders headers) {
    Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.map().forEach((name, all) -> values.put(name, all.stream().map(key::redact).toList()));
    return HttpHeaders.of(values, (name, value) -> true);
  }

  /** One way to send a request once. */
  private interface Sender {
    CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request, BodyHandler<byte[]> handler);
  }

  /**
   * How an answer is read.
   *
   * @param most the largest body, in bytes
   * @param file where the body goes; null if it is text
   */
  private record Reading(int most, @Nullable Path file) {

    BodySubscriber<byte[]> into(int status) {
      return file == null || status != 200
          ? BodySubscribers.ofByteArray()
          : BodySubscribers.mapping(BodySubscribers.ofFile(file), written -> new byte[0]);
    }

    String text(byte[] body, HttpHeaders headers) throws IOException {
      return body.length == 0
          ? ""
          : new String(Unpacked.of(body, headers, most), StandardCharsets.UTF_8);
    }
  }
}
