package dev.dailies.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.util.regex.Pattern;

/** The headers that both Runway and CometAPI want. */
public final class RequestHeaders {

  /** The one version of Runway's API. */
  public static final String RUNWAY_VERSION = "2024-11-06";

  private static final Pattern KEY = Pattern.compile("Bearer \\S+");

  private RequestHeaders() {}

  /** True if a request carries a key, whichever. */
  public static boolean haveKey(HttpExchange exchange) {
    String key = exchange.getRequestHeaders().getFirst("Authorization");
    return key != null && KEY.matcher(key).matches();
  }

  /** True if a request names the version of the API. */
  public static boolean haveVersion(HttpExchange exchange) {
    return RUNWAY_VERSION.equals(exchange.getRequestHeaders().getFirst("X-Runway-Version"));
  }
}
