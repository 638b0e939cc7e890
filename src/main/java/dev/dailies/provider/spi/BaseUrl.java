package dev.dailies.provider.spi;

import dev.dailies.web.WebAddress;
import java.net.URI;
import java.util.regex.Pattern;

/** A provider's address in the one form that a route can be appended to. */
public final class BaseUrl {

  /** What {@link URI} takes for no host, as {@code comfy_ui:8188}. */
  private static final Pattern UNDERSCORED =
      Pattern.compile("(?=[^:]*_)[A-Za-z0-9_][A-Za-z0-9._-]*(:[0-9]{1,5})?");

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
    String place = String.valueOf(url.getRawAuthority());
    check(!place.contains("@"), setting, url, "hold no user name or password");
    boolean odd = url.getHost() == null && UNDERSCORED.matcher(place).matches();
    check(url.getHost() != null || (odd && isRead(url)), setting, url, "name a host");
    boolean bare = url.getRawQuery() == null && url.getRawFragment() == null;
    check(bare, setting, url, "end with the path");
    return url.toString().replaceAll("/+$", "");
  }

  /** The host of an address that {@link #of(URI)} takes. */
  public static String host(URI url) {
    WebAddress web = url.getHost() == null ? WebAddress.parse(url.toString()) : null;
    return web == null ? String.valueOf(url.getHost()) : web.hostName();
  }

  private static boolean isRead(URI url) {
    return WebAddress.parse(url.toString()) != null;
  }

  private static void check(boolean good, String setting, URI url, String rule) {
    if (!good) {
      String shown = url.toString().replaceAll("//[^/]*@", "//***@").replaceAll("[?#].*", "?***");
      throw new IllegalArgumentException(setting + " must " + rule + ", was '" + shown + "'");
    }
  }
}
