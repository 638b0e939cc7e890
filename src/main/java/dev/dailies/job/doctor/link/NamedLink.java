package dev.dailies.job.doctor.link;

import dev.dailies.provider.LinkWish;
import java.net.URI;
import java.util.Locale;

/**
 * An address that a row names.
 *
 * @param url may hold a signature
 * @param shot whose row is the first to name it
 * @param column where it stands there
 * @param isVideo true where a video is wanted, false for an image
 * @param wish of the provider that fetches it
 */
public record NamedLink(String url, String shot, String column, boolean isVideo, LinkWish wish) {

  /** Its host in lower case; empty if nobody can tell. */
  String host() {
    try {
      String host = URI.create(url).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException unusual) {
      return "";
    }
  }
}
