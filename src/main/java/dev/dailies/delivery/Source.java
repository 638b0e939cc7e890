package dev.dailies.delivery;

/**
 * Where a file comes from.
 *
 * @param url as the provider gave it; may be anything, and may hold a signature
 * @param privateAllowed true if the provider itself is configured on a private or loopback address:
 *     then such addresses, and plain http, are acceptable
 */
public record Source(String url, boolean privateAllowed) {

  /** Without the URL, whose query may be a secret. */
  @Override
  public String toString() {
    return "Source[privateAllowed=" + privateAllowed + "]";
  }
}
