package dev.dailies.provider;

import java.net.URI;

/** A provider's address in the one form that a route can be appended to. */
public final class BaseUrl {

  private BaseUrl() {}

  /**
   * Takes the slashes off the end, keeps a path before them.
   *
   * @throws IllegalArgumentException if no route can be appended to it, or if it holds a secret
   */
  public static String of(URI url) {
    String scheme = url.getScheme();
    check("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme), url, "be https://…");
    check(url.getHost() != null, url, "name a host");
    check(url.getRawUserInfo() == null, url, "hold no user name or password");
    check(url.getRawQuery() == null && url.getRawFragment() == null, url, "end with the path");
    return url.toString().replaceAll("/+$", "");
  }

  private static void check(boolean good, URI url, String rule) {
    if (!good) {
      String shown = url.toString().replaceAll("//[^/]*@", "//***@").replaceAll("[?#].*", "?***");
      throw new IllegalArgumentException("base-url must " + rule + ", was '" + shown + "'");
    }
  }
}
