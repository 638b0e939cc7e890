package dev.dailies.delivery;

import dev.dailies.provider.http.network.Network;
import dev.dailies.provider.http.network.Proxies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of downloads. It asks once, for what it is told to ask for: it repeats nothing,
 * follows nothing, unpacks nothing, and has neither cookies nor passwords. {@code java.net.http},
 * which everything else goes through, takes twice the processor time for a file, and cannot be told
 * which address to connect to. It is set up when it is first used: most commands download nothing.
 */
final class FileClient implements AutoCloseable {

  private static final int MOST_HEADERS = 200;
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int SECONDS_TO_CONNECT = 10;
  private static final int SECONDS_UNUSED = 5;

  private final int connections;
  private final Proxies proxies;
  private final Supplier<TlsSocketStrategy> tls;
  private @Nullable CloseableHttpClient client;

  /** For so many downloads at once. */
  FileClient(int connections, Network network) {
    this(connections, network.proxies(), () -> new FileTls(network));
  }

  /**
   * For so many downloads at once.
   *
   * @param tls whom it trusts
   */
  FileClient(int connections, Proxies proxies, Supplier<TlsSocketStrategy> tls) {
    this.connections = connections;
    this.proxies = proxies;
    this.tls = tls;
  }

  /** Asks, and waits for the head of the answer. The body is the caller's to read, and to end. */
  ClassicHttpResponse ask(HttpHost host, HttpGet request) throws IOException {
    return client().executeOpen(host, request, null);
  }

  private synchronized CloseableHttpClient client() {
    if (client == null) {
      client = create();
    }
    return client;
  }

  private CloseableHttpClient create() {
    Http1Config limits =
        Http1Config.custom().setMaxHeaderCount(MOST_HEADERS).setMaxLineLength(LONGEST_LINE).build();
    ConnectionConfig lives =
        ConnectionConfig.custom()
            .setConnectTimeout(SECONDS_TO_CONNECT, TimeUnit.SECONDS)
            .setIdleTimeout(SECONDS_UNUSED, TimeUnit.SECONDS)
            // A connection that its server has closed meanwhile is not used again.
            .setValidateAfterInactivity(0, TimeUnit.SECONDS)
            .build();
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder()
                        .http1Config(limits)
                        .charCodingConfig(
                            CharCodingConfig.custom()
                                .setCharset(StandardCharsets.ISO_8859_1)
                                .build())
                        .build())
                .setDefaultConnectionConfig(lives)
                .setTlsSocketStrategy(tls.get())
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .build())
        .setProxySelector(proxies)
        .setDefaultCredentialsProvider(passwords())
        .setUserAgent(Network.USER_AGENT)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  /** For proxies alone: no server is told a password. */
  private CredentialsProvider passwords() {
    BasicCredentialsProvider passwords = new BasicCredentialsProvider();
    proxies
        .byScheme()
        .values()
        .forEach(
            proxy -> {
              if (proxy.user() != null) {
                passwords.setCredentials(
                    new AuthScope(proxy.place().getHostString(), proxy.port()),
                    new UsernamePasswordCredentials(proxy.user(), proxy.password().toCharArray()));
              }
            });
    return passwords;
  }

  /** Ends all downloads at once. */
  @Override
  public synchronized void close() {
    if (client != null) {
      client.close(CloseMode.IMMEDIATE);
    }
  }
}
