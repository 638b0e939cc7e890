package dev.dailies.delivery;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a link and goes where it leads. Every hop is checked before a connection is made; none
 * carries cookies, and credentials go to the provider's own address only.
 */
final class Links {

  private static final int MAX_REDIRECTS = 5;

  private final HttpClient client;
  private final Duration patience;
  private final LinkCheck check;
  private final Answers answers;

  /**
   * @param client follows no redirects and has neither cookies nor passwords
   * @param patience how long a server may take to begin its answer
   */
  Links(HttpClient client, Duration patience, LinkCheck check, Answers answers) {
    if (client.followRedirects() != HttpClient.Redirect.NEVER
        || client.cookieHandler().isPresent()
        || client.authenticator().isPresent()) {
      throw new IllegalArgumentException("the client must not redirect, hold cookies or log in");
    }
    this.client = client;
    this.patience = patience;
    this.check = check;
    this.answers = answers;
  }

  /**
   * Never answers {@link Opened.Moved}.
   *
   * @param half what is to be completed; null to ask for the whole file
   */
  Opened open(Source source, @Nullable Half half) {
    URI link = LinkCheck.parse(source.url());
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      if (link == null) {
        return new Opened.Shut(new Fetched.NotAClip("the link is not a URL"));
      }
      Fetched objection = check.objection(link, source.privateAllowed());
      Opened answer = objection == null ? ask(link, source, half) : new Opened.Shut(objection);
      if (!(answer instanceof Opened.Moved moved)) {
        return answer;
      }
      link = resolve(link, moved.location());
    }
    return new Opened.Shut(
        new Fetched.NotAClip("the link redirects more than " + MAX_REDIRECTS + " times"));
  }

  private static @Nullable URI resolve(URI base, String location) {
    URI next = LinkCheck.parse(location);
    return next == null ? null : base.resolve(next);
  }

  private Opened ask(URI link, Source source, @Nullable Half half) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(link)
            .header("User-Agent", "dailies")
            .header("Accept-Encoding", "identity");
    source.headersFor(link).forEach(request::setHeader);
    if (half != null) {
      request.header("Range", half.range()).header("If-Range", half.validator());
    }
    CompletableFuture<HttpResponse<Body>> exchange =
        client.sendAsync(request.build(), head -> new Body());
    try {
      return answers.judge(exchange.get(patience.toNanos(), TimeUnit.NANOSECONDS), half);
    } catch (TimeoutException late) {
      exchange.cancel(true);
      return again("no answer within " + patience.toMillis() + " ms");
    } catch (InterruptedException interrupted) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return again("interrupted");
    } catch (ExecutionException failure) {
      return new Opened.Shut(
          NetworkFailure.judge(failure.getCause() == null ? failure : failure.getCause()));
    }
  }

  private static Opened again(String reason) {
    return new Opened.Shut(new Fetched.TryAgain(reason, null));
  }
}
