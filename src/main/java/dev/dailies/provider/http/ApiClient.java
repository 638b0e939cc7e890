package dev.dailies.provider.http;

import dev.dailies.provider.http.network.Network;
import dev.dailies.provider.http.network.OddName;
import dev.dailies.provider.http.network.OneHost;
import dev.dailies.provider.http.network.ProxyAddress;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The client that all providers share. It asks the first address of a host, as {@code
 * java.net.http} does; where that is dead, it can be told to ask another, which then has to prove
 * that it is the host. A host that stands behind a {@link StandIn} is asked by its address alone.
 */
public final class ApiClient {

  static {
    // Both are read once, when the first client is made. A proxy may be given a password in the
    // clear: nothing else can be sent with a request for a tunnel. And what is sent to an address
    // names the host.
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Each may take the time to connect. */
  private static final int MOST_OTHERS = 4;

  private final Network network;
  private final Duration connectTimeout;
  private final Resolver resolver;
  private final HttpClient usual;
  private final Map<String, HttpClient> byOrigin = new ConcurrentHashMap<>();

  /** Finds all addresses of a host. */
  interface Resolver {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /** A client that sends nothing yet. */
  public ApiClient(Network network) {
    this(network, CONNECT_TIMEOUT, InetAddress::getAllByName);
  }

  ApiClient(Network network, Duration connectTimeout, Resolver resolver) {
    this.network = network;
    this.connectTimeout = connectTimeout;
    this.resolver = resolver;
    this.usual = builder(network.proxies(), network.tls()).build();
  }

  private HttpClient.Builder builder(ProxySelector proxies, @Nullable SSLContext tls) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .proxy(proxies)
            .connectTimeout(connectTimeout);
    return tls == null ? client : client.sslContext(tls);
  }

  /** Sends a request to the first address of its host, or to its proxy. */
  <T> CompletableFuture<HttpResponse<T>> send(HttpRequest request, BodyHandler<T> handler) {
    return StandIn.isIn(request.uri())
        ? CompletableFuture.supplyAsync(() -> first(request.uri()))
            .thenCompose(address -> send(request, address, handler))
        : usual.sendAsync(request, handler);
  }

  private InetAddress first(URI url) {
    try {
      return resolver.addresses(StandIn.host(url))[0];
    } catch (UnknownHostException unknown) {
      throw new CompletionException(new UnresolvedAddressException());
    }
  }

  /** Sends a request to one address of its host. */
  <T> CompletableFuture<HttpResponse<T>> send(
      HttpRequest request, InetAddress address, BodyHandler<T> handler) {
    URI url = request.uri();
    HttpRequest addressed =
        HttpRequest.newBuilder(request, (name, value) -> true)
            .uri(at(url, address))
            .setHeader("Host", StandIn.meant(url).getRawAuthority())
            .build();
    return clientOf(url).sendAsync(addressed, handler);
  }

  private HttpClient clientOf(URI url) {
    URI named = StandIn.meant(url);
    return byOrigin.computeIfAbsent(
        named.getScheme() + "://" + named.getRawAuthority(), origin -> clientFor(named, url));
  }

  /** With the name that a server must prove to be its own, although its address is asked for. */
  private HttpClient clientFor(URI named, URI url) {
    ProxySelector proxies = new OneHost(network.proxies(), named);
    SSLParameters parameters = new SSLParameters();
    String host = StandIn.host(url);
    if (StandIn.isIn(url)) {
      OddName.tell(host, parameters);
      return builder(proxies, network.tlsFor(host)).sslParameters(parameters).build();
    }
    parameters.setServerNames(List.of(new SNIHostName(host.replaceAll("\\.$", ""))));
    return builder(proxies, network.tls()).sslParameters(parameters).build();
  }

  private static URI at(URI url, InetAddress address) {
    String literal = address.getHostAddress().replaceAll("%.*", "");
    String host = literal.contains(":") ? "[" + literal + "]" : literal;
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    try {
      return new URI(url.getScheme() + "://" + host + port + url.getRawPath() + query);
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException(address.toString(), impossible);
    }
  }

  /** The addresses of a host that are left when its first is dead; none where a proxy asks it. */
  List<InetAddress> others(URI url) {
    if (isProxied(url)) {
      return List.of();
    }
    try {
      List<InetAddress> all = List.of(resolver.addresses(StandIn.host(url)));
      return all.stream().skip(1).limit(MOST_OTHERS).toList();
    } catch (UnknownHostException unknown) {
      return List.of();
    }
  }

  /** True if a proxy stands between. */
  boolean isProxied(URI url) {
    return network.proxies().serve(StandIn.meant(url));
  }

  /** Why a host cannot be asked at all; null if it can. */
  @Nullable String obstacle(URI url) {
    boolean plain = !"https".equalsIgnoreCase(url.getScheme());
    return plain && StandIn.isIn(url) && isProxied(url)
        ? "no proxy can be asked for the host "
            + StandIn.host(url)
            + " over http; add it to dailies.no-proxy"
        : null;
  }

  /** What lets us through the proxy; null if there is none, or it wants nothing. */
  @Nullable String proxyAuthorization(URI url) {
    return network
        .proxies()
        .named(StandIn.meant(url))
        .map(ProxyAddress::authorization)
        .orElse(null);
  }
}
