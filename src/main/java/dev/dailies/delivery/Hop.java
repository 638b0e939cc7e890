package dev.dailies.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step on the way to a file.
 *
 * @param addresses those that may be connected to, and no others; empty if there is an objection
 * @param objection why nothing may be fetched from there; null if it may
 */
record Hop(URI link, List<InetAddress> addresses, @Nullable Fetched objection) {

  static Hop to(URI link, List<InetAddress> addresses) {
    return new Hop(link, List.copyOf(addresses), null);
  }

  static Hop refused(URI link, Fetched objection) {
    return new Hop(link, List.of(), objection);
  }
}
