package dev.dailies.provider.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Says which texts can be a ticket: any that can be stored and sent back in a path. Its content is
 * the provider's affair.
 */
public final class Tickets {

  private static final int LONGEST = 200;

  private Tickets() {}

  /** True if a task can be polled by this text. */
  public static boolean isUsable(String ticket) {
    return !ticket.isBlank()
        && ticket.length() <= LONGEST
        && ticket.chars().noneMatch(Character::isISOControl)
        && !ticket.equals(".")
        && !ticket.equals("..");
  }

  /** The ticket as one segment of a path, whatever it holds. */
  public static String pathSegment(String ticket) {
    return URLEncoder.encode(ticket, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
