package dev.dailies.simulator;

import dev.dailies.files.Sha256;
import dev.dailies.simulator.task.IssuedTicket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Links to clips that carry a token with an expiry date, as Runway's do. Nothing is secret about
 * the signature: it only catches a link that somebody cut or changed.
 */
public final class ClipLinks {

  private static final String HEADER = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
  private static final Pattern QUERY = Pattern.compile("_jwt=[^.&]+\\.([^.&]+)\\.[^.&]+");
  private static final Pattern PAYLOAD = Pattern.compile("\\{\"exp\":(\\d{1,15})}");

  private final URI server;
  private final Duration life;

  ClipLinks(URI server, Duration life) {
    this.server = server;
    this.life = life;
  }

  /** A link to what a task made, that works from now on for its life. */
  public URI link(IssuedTicket ticket, long now) {
    return link(ticket, ticket.operation().makesPicture(), now);
  }

  /** A link to the clip or to a picture of a task, that works from now on for its life. */
  public URI link(IssuedTicket ticket, boolean picture, long now) {
    String extension = picture ? ".png" : ".mp4";
    long expiry = (now + life.toMillis()) / 1000;
    return server.resolve(Clips.PATH + ticket.id() + extension + "?_jwt=" + token(ticket, expiry));
  }

  /** True if the query of a request for the ticket's clip is complete, unchanged, in time. */
  boolean opens(IssuedTicket ticket, @Nullable String query, long now) {
    Matcher token = QUERY.matcher(query == null ? "" : query);
    if (!token.matches()) {
      return false;
    }
    long expiry = expiry(token.group(1));
    return now / 1000 <= expiry && token.group().equals("_jwt=" + token(ticket, expiry));
  }

  private static long expiry(String payload) {
    try {
      byte[] text = Base64.getUrlDecoder().decode(payload);
      Matcher fields = PAYLOAD.matcher(new String(text, StandardCharsets.UTF_8));
      return fields.matches() ? Long.parseLong(fields.group(1)) : -1;
    } catch (IllegalArgumentException notBase64) {
      return -1;
    }
  }

  private static String token(IssuedTicket ticket, long expiry) {
    String signed = HEADER + "." + base64("{\"exp\":" + expiry + "}");
    String unsigned = ticket.id() + "." + signed;
    return signed + "." + base64(Sha256.digest(unsigned.getBytes(StandardCharsets.UTF_8)));
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
