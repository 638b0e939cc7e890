package dev.dailies.delivery;

import java.net.ProxySelector;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;

/**
 * The HTTP client of downloads. It asks once, for what it is told to ask for: it repeats nothing,
 * follows nothing, unpacks nothing, and has neither cookies nor passwords. {@code java.net.http},
 * which everything else goes through, takes twice the processor time for a file, and cannot be told
 * which address to connect to.
 */
final class FileClient {

  private static final int MOST_HEADERS = 200;
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int SECONDS_TO_CONNECT = 10;

  private static final int SECONDS_UNUSED = 5;

  private FileClient() {}

  /**
   * A client for so many downloads at once.
   *
   * @see #create(int, TlsSocketStrategy)
   */
  static CloseableHttpClient create(int connections) {
    return create(connections, DefaultClientTlsStrategy.createSystemDefault());
  }

  /**
   * A client for so many downloads at once.
   *
   * @param tls whom it trusts
   */
  static CloseableHttpClient create(int connections, TlsSocketStrategy tls) {
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
                    ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
                .setDefaultConnectionConfig(lives)
                .setTlsSocketStrategy(tls)
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .build())
        .setProxySelector(ProxySelector.getDefault())
        .setUserAgent("dailies")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }
}
