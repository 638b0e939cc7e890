package dev.dailies.provider.http.network;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy serves an address: the one that the settings name, else the one that the environment
 * names as curl reads it, else the JVM's.
 */
public final class Proxies extends ProxySelector {

  /** Read here, since a {@link URI} finds no host where one has an underscore. */
  private static final Pattern PLACE =
      Pattern.compile("(?:[^@]*@)?(\\[[^\\]]*\\]|[^:\\[\\]]+)(?::(\\d{1,5}))?");

  /**
   * Stands for a proxy that cannot be used. What it would serve is not asked for directly instead:
   * nobody is there, and nothing is sent.
   */
  private static final ProxyAddress NOBODY =
      new ProxyAddress("a-proxy-that-cannot-be-used.invalid", 1, null, "");

  private static final String NONE = "none";
  private static final List<String> SCHEMES = List.of("https", "http");

  private final Map<String, ProxyAddress> byScheme;
  private final Map<String, String> origins;
  private final Map<String, String> refusals;
  private final NoProxy direct;
  private final @Nullable ProxySelector otherwise;

  private Proxies(
      Map<String, ProxyAddress> byScheme,
      Map<String, String> origins,
      Map<String, String> refusals,
      NoProxy direct,
      @Nullable ProxySelector otherwise) {
    this.byScheme = byScheme;
    this.origins = origins;
    this.refusals = refusals;
    this.direct = direct;
    this.otherwise = otherwise;
  }

  /** Only what the JVM was told, if anything. */
  public static Proxies ofTheJvm() {
    return of(null, null, name -> null);
  }

  /**
   * Finds them. One of the environment that cannot be used is told where it would be, since the
   * environment is there for other programs too: see {@link #refusal}.
   *
   * @param proxy the setting: an address for all requests, {@code none}, or null
   * @param noProxy the setting: which hosts it does not serve; null for what the environment says
   * @param environment the variables by name
   * @throws IllegalArgumentException if the setting names no proxy that can be used
   */
  public static Proxies of(
      @Nullable String proxy,
      @Nullable String noProxy,
      UnaryOperator<@Nullable String> environment) {
    Map<String, ProxyAddress> found = new LinkedHashMap<>();
    Map<String, String> origins = new TreeMap<>();
    Map<String, String> refusals = new TreeMap<>();
    boolean none = proxy != null && proxy.strip().equalsIgnoreCase(NONE);
    for (String scheme : none ? List.<String>of() : SCHEMES) {
      if (proxy != null && !proxy.isBlank()) {
        found.put(scheme, address("dailies.proxy", proxy));
        origins.put(scheme, "dailies.proxy");
      } else {
        variables(scheme)
            .filter(name -> !Objects.requireNonNullElse(environment.apply(name), "").isBlank())
            .findFirst()
            .ifPresent(
                name -> {
                  try {
                    found.put(scheme, address(name, String.valueOf(environment.apply(name))));
                  } catch (IllegalArgumentException unusable) {
                    found.put(scheme, NOBODY);
                    refusals.put(scheme, String.valueOf(unusable.getMessage()));
                  }
                  origins.put(scheme, "environment variable " + name);
                });
      }
    }
    String list =
        Stream.of("no_proxy", "NO_PROXY")
            .flatMap(name -> Stream.ofNullable(environment.apply(name)))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return new Proxies(
        found,
        origins,
        refusals,
        NoProxy.of(noProxy == null ? list : noProxy),
        none ? null : ProxySelector.getDefault());
  }

  /** As curl: {@code HTTP_PROXY} does not count, since a web server may set it for a visitor. */
  private static Stream<String> variables(String scheme) {
    return scheme.equals("http")
        ? Stream.of("http_proxy", "all_proxy", "ALL_PROXY")
        : Stream.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
  }

  private static ProxyAddress address(String origin, String text) {
    try {
      return ProxyAddress.of(text);
    } catch (IllegalArgumentException unusable) {
      throw new IllegalArgumentException(origin + ": " + unusable.getMessage(), unusable);
    }
  }

  /** Where the proxies are named, by the scheme of the addresses that they are for. */
  public Map<String, String> origins() {
    return origins;
  }

  /** The proxy for an address, by our settings or the environment; empty if neither names one. */
  public Optional<ProxyAddress> named(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    Matcher place = PLACE.matcher(String.valueOf(url.getRawAuthority()));
    ProxyAddress proxy = byScheme.get(scheme);
    if (proxy == null || !place.matches()) {
      return Optional.empty();
    }
    int usual = scheme.equals("https") ? 443 : 80;
    int port = place.group(2) == null ? usual : Integer.parseInt(place.group(2));
    return direct.covers(place.group(1), port) ? Optional.empty() : Optional.of(proxy);
  }

  /** Why the proxy that serves an address cannot be used; empty if it can, or if none does. */
  public Optional<String> refusal(URI url) {
    return named(url)
        .filter(NOBODY::equals)
        .map(proxy -> refusals.get(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT)));
  }

  /** True if some proxy serves the address: then only that resolves its name. */
  public boolean serve(URI url) {
    return url.getRawAuthority() != null
        && select(url).stream().anyMatch(proxy -> proxy.type() == Proxy.Type.HTTP);
  }

  @Override
  public List<Proxy> select(URI url) {
    Optional<ProxyAddress> named = named(url);
    if (named.isPresent()) {
      return List.of(new Proxy(Proxy.Type.HTTP, named.get().place()));
    }
    return byScheme.isEmpty() && otherwise != null
        ? otherwise.select(url)
        : List.of(Proxy.NO_PROXY);
  }

  @Override
  public void connectFailed(URI url, SocketAddress proxy, IOException failure) {
    // The next try asks the same one: there is no other.
  }

  /** The proxies that are set as they are shown: without passwords. */
  public Map<String, String> shown() {
    Map<String, String> shown = new TreeMap<>();
    byScheme.forEach(
        (scheme, proxy) ->
            shown.put(
                scheme,
                refusals.containsKey(scheme) ? "one that cannot be used" : proxy.toString()));
    return shown;
  }

  /** The proxies that are set. */
  public Map<String, ProxyAddress> byScheme() {
    return byScheme;
  }
}
