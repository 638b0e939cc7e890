package dev.dailies.provider.spi;

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
    return of("base-url", url);
  }

  /** The same for another setting that holds an address. */
  public static String of(String setting, URI url) {
    String scheme = url.getScheme();
    boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    check(web, setting, url, "be https://…");
    check(url.getHost() != null, setting, url, "name a host");
    check(url.getRawUserInfo() == null, setting, url, "hold no user name or password");
    boolean bare = url.getRawQuery() == null && url.getRawFragment() == null;
    check(bare, setting, url, "end with the path");
    return url.toString().replaceAll("/+$", "");
  }

  private static void check(boolean good, String setting, URI url, String rule) {
    if (!good) {
      String shown = url.toString().replaceAll("//[^/]*@", "//***@").replaceAll("[?#].*", "?***");
      throw new IllegalArgumentException(setting + " must " + rule + ", was '" + shown + "'");
    }
  }
}
