package dev.dailies.delivery;

/**
 * Where a file comes from.
 *
 * @param url as the provider gave it; may be anything, and may hold a signature
 * @param privateAllowed true if the provider itself is configured on a private or loopback address:
 *     then such addresses, and plain http, are acceptable
 */
public record Source(String url, boolean privateAllowed) {

  /**
   * A file that a provider at the given address offers: it may be as private as the provider is.
   */
  public static Source of(String url, String providerUrl) {
    return new Source(url, !PublicAddress.test(providerUrl));
  }

  /** Without the URL, whose query may be a secret. */
  @Override
  public String toString() {
    return "Source[privateAllowed=" + privateAllowed + "]";
  }
}
