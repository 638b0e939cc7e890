package dev.dailies.provider.http.network;

import dev.dailies.text.Version;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The way to the network, the same for every request.
 *
 * @param trust whom to trust; null for whom the JVM trusts
 */
public record Network(Proxies proxies, @Nullable Trust trust) {

  /** What our requests call themselves: a nameless client is turned away by some gateways. */
  public static final String USER_AGENT = "dailies/" + Version.current();

  /** Only what the JVM was told. */
  public static Network ofTheJvm() {
    return new Network(Proxies.ofTheJvm(), null);
  }

  /**
   * The way that settings name.
   *
   * @param certificates a PEM file of authorities to trust besides; null for none
   * @throws IllegalArgumentException if the file cannot be used
   */
  public static Network of(Proxies proxies, @Nullable Path certificates) {
    return new Network(proxies, certificates == null ? null : Trust.with(certificates));
  }

  /** The encryption of requests to all hosts but {@link OddName}s; null for the JVM's own. */
  public @Nullable SSLContext tls() {
    return trust == null ? null : trust.context();
  }

  /** The encryption of requests to an {@link OddName}. */
  public SSLContext tlsFor(String oddName) {
    return (trust == null ? Trust.ofTheJvm() : trust).contextFor(OddName.of(oddName));
  }
}
