package dev.dailies.provider.http;

import dev.dailies.web.WebAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets a request be made to a host that {@code java.net.http} takes for none, as {@code comfy_ui}:
 * the request carries another name in its place, which no resolver knows, and {@link ApiClient}
 * puts the right one back.
 */
public final class StandIn {

  private static final Pattern STANDS_IN = Pattern.compile("h([0-9a-f]+)\\.stand-in\\.invalid");

  private StandIn() {}

  /**
   * The address as a request takes it; mostly the address itself.
   *
   * @throws IllegalArgumentException if it is no address
   */
  public static URI of(String url) {
    URI address = URI.create(url);
    WebAddress web = address.getHost() == null ? WebAddress.parse(url) : null;
    if (web == null || !web.host().contains("_")) {
      return address;
    }
    String name = HexFormat.of().formatHex(web.hostName().getBytes(StandardCharsets.US_ASCII));
    return URI.create(
        new WebAddress(
                web.scheme(), "h" + name + ".stand-in.invalid", web.port(), web.path(), web.query())
            .toString());
  }

  /** True if the address carries another name than the one that is meant. */
  static boolean isIn(URI url) {
    return STANDS_IN.matcher(String.valueOf(url.getHost())).matches();
  }

  /** The host that is meant. */
  static String host(URI url) {
    Matcher name = STANDS_IN.matcher(String.valueOf(url.getHost()));
    return name.matches()
        ? new String(HexFormat.of().parseHex(name.group(1)), StandardCharsets.US_ASCII)
        : url.getHost();
  }

  /** The address that is meant. */
  static URI meant(URI url) {
    return isIn(url) ? URI.create(url.toString().replace(url.getHost(), host(url))) : url;
  }
}
