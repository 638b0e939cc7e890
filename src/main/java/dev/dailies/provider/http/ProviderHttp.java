package dev.dailies.provider.http;

import dev.dailies.provider.Secret;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
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

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /**
   * How long the body of an answer may stand still: an answer that has begun does not take minutes.
   */
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);

  /** The slowest line that a large request is given time for, in bytes a second. */
  private static final long SLOWEST = 100_000;

  private final HttpClient client;
  private final Duration timeout;
  private final Duration idleTimeout;
  private final Secret key;

  /**
   * @param timeout from sending to the last byte of the answer; a large request gets the time that
   *     it takes on a slow line besides
   * @param key taken out of every answer before anybody sees it
   */
  public ProviderHttp(HttpClient client, Duration timeout, Secret key) {
    this(client, timeout, IDLE_TIMEOUT, key);
  }

  ProviderHttp(HttpClient client, Duration timeout, Duration idleTimeout, Secret key) {
    this.client = client;
    this.timeout = timeout;
    this.idleTimeout = idleTimeout;
    this.key = key;
  }

  /** The client that all providers may share. */
  public static HttpClient client() {
    return HttpClient.newBuilder()
        .version(Version.HTTP_1_1)
        .followRedirects(Redirect.NEVER)
        .connectTimeout(CONNECT_TIMEOUT)
        .build();
  }

  /** Sends the request once. Never throws for what a network or a server does. */
  public Exchange send(HttpRequest request) {
    Exchange exchange = send(request, MAX_BODY, StandardCharsets.UTF_8);
    return exchange instanceof Exchange.Answer answer && REDIRECTS.contains(answer.status())
        ? new Exchange.Redirected(
            "HTTP " + answer.status() + ": the server redirects to another address",
            answer.evidence())
        : exchange;
  }

  /**
   * Asks once for a file. The body of the answer is text of one character per byte.
   *
   * @param most the largest file that is read, in bytes
   */
  public Exchange fetch(HttpRequest request, int most) {
    return send(request, most, StandardCharsets.ISO_8859_1);
  }

  private Exchange send(HttpRequest request, int most, Charset charset) {
    Duration deadline = timeout.plus(timeOnASlowLine(request));
    AtomicReference<@Nullable LimitedBody> body = new AtomicReference<>();
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(
            request,
            head -> {
              LimitedBody begun = new LimitedBody(most);
              body.set(begun);
              return begun;
            });
    try {
      HttpResponse<byte[]> response = await(exchange, deadline, body);
      String text = new String(response.body(), charset);
      return new Exchange.Answer(
          response.statusCode(), redacted(response.headers()), key.redact(text));
    } catch (TimeoutException late) {
      exchange.cancel(true);
      return new Exchange.NoAnswer(String.valueOf(late.getMessage()));
    } catch (InterruptedException interrupted) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Exchange.NoAnswer("the wait for the answer was interrupted");
    } catch (ExecutionException failure) {
      return classify(failure.getCause() == null ? failure : failure.getCause());
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

  private Exchange classify(Throwable failure) {
    if (failure instanceof ConnectException
        || failure instanceof HttpConnectTimeoutException
        || failure instanceof UnresolvedAddressException
        || isCutHandshake(failure)) {
      return new Exchange.NotSent(describe(failure));
    }
    // Any other SSLException may come after the request has gone out, so it proves nothing.
    if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
      return new Exchange.Untrusted(describe(failure));
    }
    return new Exchange.NoAnswer("no complete answer came: " + describe(failure));
  }

  /** The connection broke before the two sides had agreed on anything: nothing was sent. */
  private static boolean isCutHandshake(Throwable failure) {
    return failure instanceof SSLHandshakeException
        && (failure.getCause() instanceof SocketException
            || failure.getCause() instanceof EOFException
            || String.valueOf(failure.getMessage()).contains("terminated the handshake"));
  }

  private HttpHeaders redacted(HttpHeaders headers) {
    Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.map().forEach((name, all) -> values.put(name, all.stream().map(key::redact).toList()));
    return HttpHeaders.of(values, (name, value) -> true);
  }

  private String describe(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getMessage() == null) {
      root = root.getCause();
    }
    if (failure.getCause() instanceof UnresolvedAddressException
        || failure instanceof UnresolvedAddressException) {
      return "the host name cannot be resolved";
    }
    if (root.getMessage() == null) {
      // The client says no more of a refused connection.
      return failure instanceof ConnectException
          ? "cannot connect"
          : root.getClass().getSimpleName();
    }
    return key.redact(root.getMessage());
  }
}
