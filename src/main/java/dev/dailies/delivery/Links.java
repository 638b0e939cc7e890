package dev.dailies.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dailies.provider.PublicAddress;
import dev.dailies.provider.http.network.Network;
import dev.dailies.web.WebAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/**
 * Opens a link and follows its redirects. Checks every hop before it connects, and connects to an
 * address that was checked; sends no cookies, and credentials to the provider's own address only.
 */
final class Links implements AutoCloseable {

  /** As many as browsers follow. */
  private static final int MAX_REDIRECTS = 20;

  private final FileClient client;
  private final Duration patience;
  private final LinkCheck check;
  private final Answers answers;
  private final Watchdog watchdog = new Watchdog();

  /**
   * @param patience how long a server may take to begin its answer
   */
  Links(FileClient client, Duration patience, LinkCheck check, Answers answers) {
    this.client = client;
    this.patience = patience;
    this.check = check;
    this.answers = answers;
  }

  /** Of the open network, by the way that the settings name. */
  static Links over(Network network, int atOnce, Duration patience) {
    return new Links(
        new FileClient(atOnce, network),
        patience,
        new LinkCheck(
            PublicAddress::isReached,
            link -> isProxied(link, network),
            link -> refusal(link, network)),
        new Answers(Clock.systemUTC()));
  }

  private static boolean isProxied(WebAddress link, Network network) {
    try {
      return network.proxies().serve(new URI(link.origin()));
    } catch (URISyntaxException unusual) {
      // An address that Java does not know as one; it is asked for directly.
      return false;
    }
  }

  private static Optional<String> refusal(WebAddress link, Network network) {
    try {
      return network.proxies().refusal(new URI(link.origin()));
    } catch (URISyntaxException unusual) {
      return Optional.empty();
    }
  }

  /**
   * Never answers {@link Opened.Moved}.
   *
   * @param partial the download to resume; null to ask for the whole file
   */
  Opened open(Source source, @Nullable PartialDownload partial) {
    WebAddress link = WebAddress.parse(source.url());
    boolean atHome = true;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      if (link == null) {
        return new Opened.Refused(
            new Downloaded.NotAClip("the link is no address that a file can be fetched from"));
      }
      // Whoever was sent elsewhere is not told the key, wherever that leads to.
      atHome &= source.isHome(link);
      LinkCheck.Hop hop = check.hop(link, source);
      Opened answer =
          hop.objection() == null
              ? ask(hop, atHome ? source.headers() : Map.of(), partial)
              : new Opened.Refused(hop.objection());
      if (!(answer instanceof Opened.Moved moved)) {
        return answer;
      }
      link = link.resolve(asUtf8(moved.location()));
    }
    return new Opened.Refused(
        new Downloaded.NotAClip("the link redirects more than " + MAX_REDIRECTS + " times"));
  }

  /** A header is read as one character per byte; many servers write UTF-8 into it. */
  private static String asUtf8(String header) {
    String decoded = new String(header.getBytes(ISO_8859_1), UTF_8);
    return decoded.indexOf('\ufffd') < 0 ? decoded : header;
  }

  /** Asks the first address that accepts a connection. */
  private Opened ask(
      LinkCheck.Hop hop, Map<String, String> headers, @Nullable PartialDownload partial) {
    Opened opened = again("the host has no address");
    for (HttpHost host : hosts(hop)) {
      HttpGet request = request(hop.link(), headers, partial);
      ExchangeTimeout timeout = watchdog.watch(request);
      try {
        return answers.judge(answer(hop.link(), host, request, timeout), partial);
      } catch (IOException | CancellationException failure) {
        timeout.close();
        opened = failed(failure, timeout);
        if (!isUnreachable(failure) || Thread.currentThread().isInterrupted()) {
          return opened;
        }
      }
    }
    return opened;
  }

  /** The host at each of its addresses; by its name where a proxy makes the connection. */
  private static List<HttpHost> hosts(LinkCheck.Hop hop) {
    WebAddress link = hop.link();
    return hop.addresses().isEmpty()
        ? List.of(new HttpHost(link.scheme(), link.hostName(), link.port()))
        : hop.addresses().stream()
            .map(address -> new HttpHost(link.scheme(), address, link.hostName(), link.port()))
            .toList();
  }

  private Answers.Answer answer(
      WebAddress link, HttpHost host, HttpGet request, ExchangeTimeout timeout) throws IOException {
    request.setAuthority(new URIAuthority(host));
    timeout.waiting(patience.toNanos());
    ClassicHttpResponse response = client.ask(host, request);
    timeout.busy();
    InputStream content =
        response.getEntity() == null
            ? InputStream.nullInputStream()
            : response.getEntity().getContent();
    HttpHeaders headers = headers(response);
    Unpacked unpacked = new Unpacked(content, Packing.of(headers));
    return new Answers.Answer(link, response.getCode(), headers, new Body(unpacked, timeout));
  }

  private static HttpGet request(
      WebAddress link, Map<String, String> headers, @Nullable PartialDownload partial) {
    HttpGet request = new HttpGet("/");
    request.setScheme(link.scheme());
    request.setPath(link.target());
    request.setHeader("Accept-Encoding", "identity");
    headers.forEach(request::setHeader);
    if (partial != null) {
      request.setHeader("Range", partial.range());
      request.setHeader("If-Range", partial.validator());
    }
    return request;
  }

  private Opened failed(Exception failure, ExchangeTimeout timeout) {
    if (Thread.currentThread().isInterrupted()) {
      return again("interrupted");
    }
    return timeout.wasTooLong()
        ? again("no answer within " + patience.toMillis() + " ms")
        : new Opened.Refused(NetworkFailure.judge(failure));
  }

  private static boolean isUnreachable(Exception failure) {
    return failure instanceof ConnectException
        || failure instanceof ConnectTimeoutException
        || failure instanceof NoRouteToHostException;
  }

  private static HttpHeaders headers(ClassicHttpResponse response) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : response.getHeaders()) {
      headers
          .computeIfAbsent(header.getName(), name -> new ArrayList<>())
          .add(Objects.requireNonNullElse(header.getValue(), ""));
    }
    return HttpHeaders.of(headers, (name, value) -> !name.isBlank());
  }

  private static Opened again(String reason) {
    return new Opened.Refused(new Downloaded.TryAgain(reason, null));
  }

  @Override
  public void close() {
    watchdog.close();
    client.close();
  }
}
