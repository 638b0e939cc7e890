package dev.dailies.provider.http;

import dev.dailies.provider.Secret;
import dev.dailies.provider.http.network.Network;
import dev.dailies.text.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
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

  /** They read answers while these come, so that whoever waits for one can give it up. */
  private static final Executor READERS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "answer");
            thread.setDaemon(true);
            return thread;
          });

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
    return send(request, MAX_BODY, Part.WHOLE, key::redact);
  }

  /**
   * The same for an API whose answers are larger.
   *
   * @param most the largest answer that is read, in bytes
   * @param part what is held of it
   * @param redact takes out of a text what nobody may see
   */
  public Exchange send(HttpRequest request, int most, Part part, UnaryOperator<String> redact) {
    Exchange exchange = send(request, new Reading(most, null, part, redact));
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
    return send(request, new Reading(most, file, Part.WHOLE, key::redact));
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
    CompletableFuture<HttpResponse<InputStream>> sent =
        sender.send(
            once,
            head -> {
              LimitedBody begun = new LimitedBody(reading.most(), reading.into(head.statusCode()));
              body.set(begun);
              return begun;
            });
    try {
      return await(sent.thenApplyAsync(got -> answered(got, reading), READERS), deadline, body);
    } catch (TimeoutException late) {
      giveUp(sent, body.get());
      return unanswered(String.valueOf(late.getMessage()), held);
    } catch (InterruptedException interrupted) {
      giveUp(sent, body.get());
      Thread.currentThread().interrupt();
      return unanswered("the wait for the answer was interrupted", held);
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      return Failure.judge(cause, held != null && held.holdBack(), key);
    }
  }

  private static void giveUp(
      CompletableFuture<HttpResponse<InputStream>> sent, @Nullable LimitedBody begun) {
    sent.cancel(true);
    if (begun != null) {
      begun.giveUp(new IOException("the wait for it is over"));
    }
  }

  private static Exchange unanswered(String reason, @Nullable HeldBody held) {
    return held != null && held.holdBack()
        ? new Exchange.NotSent(reason)
        : new Exchange.NoAnswer(reason);
  }

  private Exchange answered(HttpResponse<InputStream> response, Reading reading) {
    if (response.statusCode() == 407 && client.isProxied(response.request().uri())) {
      return new Exchange.ShutOut("the proxy wants a password; set it in dailies.proxy");
    }
    try (InputStream body = response.body()) {
      AnswerBody read = reading.read(body, response.headers());
      return new Exchange.Answer(response.statusCode(), redacted(response.headers()), read);
    } catch (IOException cut) {
      // The stream of the HTTP client says no more itself, and has the reason as its cause.
      boolean isOfTheClient = "closed".equals(cut.getMessage()) && cut.getCause() != null;
      throw new CompletionException(isOfTheClient ? cut.getCause() : cut);
    }
  }

  private Exchange await(
      CompletableFuture<Exchange> exchange,
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
    CompletableFuture<HttpResponse<InputStream>> send(
        HttpRequest request, BodyHandler<InputStream> handler);
  }

  /**
   * How an answer is read.
   *
   * @param most the largest body, in bytes
   * @param file where the body goes; null if it is text
   * @param part what is held of it
   * @param redact takes out of a text what nobody may see
   */
  private record Reading(int most, @Nullable Path file, Part part, UnaryOperator<String> redact) {

    BodySubscriber<InputStream> into(int status) {
      return file == null || status != 200
          ? BodySubscribers.ofInputStream()
          : BodySubscribers.mapping(
              BodySubscribers.ofFile(file), written -> InputStream.nullInputStream());
    }

    AnswerBody read(InputStream body, HttpHeaders headers) throws IOException {
      Reader text = new InputStreamReader(Unpacked.of(body, headers, most), StandardCharsets.UTF_8);
      AnswerBody read = AnswerBody.read(text, part, redact);
      // An archive may end before what was sent does, which has to be whole too.
      body.transferTo(OutputStream.nullOutputStream());
      return read;
    }
  }
}
