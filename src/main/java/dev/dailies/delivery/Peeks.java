package dev.dailies.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.dailies.delivery.Body.Piece;
import dev.dailies.media.MediaType;
import dev.dailies.provider.http.network.Network;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Looks at what lies at a link of the open network, and leaves it there: only its first bytes are
 * read. Safe for use by many threads.
 */
public final class Peeks implements AutoCloseable {

  private static final int ENOUGH = 64;
  private static final Pattern PAGE =
      Pattern.compile(
          "(?:\u00ef\u00bb\u00bf)?\\s*<(?:!doctype|html|head|body|!--|\\?xml)",
          Pattern.CASE_INSENSITIVE);

  private final Links links;
  private final Duration patience;

  /**
   * @param patience how long a server may take to begin, and to go on
   */
  public Peeks(Network network, int atOnce, Duration patience) {
    this.links = Links.over(network, atOnce, patience);
    this.patience = patience;
  }

  /** Looks once. Never throws for what a server or a network does. */
  public Peek at(String url) {
    Opened opened = links.open(new Source(url, false), null);
    if (opened instanceof Opened.Streaming streaming) {
      try (Body body = streaming.body()) {
        return seen(body, streaming.total());
      }
    }
    Downloaded objection =
        opened instanceof Opened.Refused refused
            ? refused.why()
            : new Downloaded.TryAgain("the server answers with a part of it", null);
    return new Peek(objection, null, false, OptionalLong.empty());
  }

  private Peek seen(Body body, OptionalLong total) {
    StringBuilder head = new StringBuilder();
    while (head.length() < ENOUGH) {
      Piece piece = body.next(patience.toNanos());
      if (!(piece instanceof Piece.Bytes some)) {
        if (head.isEmpty() && !(piece instanceof Piece.End)) {
          Downloaded silent = new Downloaded.TryAgain("the file begins and does not come", null);
          return new Peek(silent, null, false, total);
        }
        break;
      }
      ByteBuffer bytes = some.bytes();
      head.append(ISO_8859_1.decode(bytes));
    }
    String beginning = head.substring(0, Math.min(head.length(), ENOUGH));
    return new Peek(
        null, MediaType.of(beginning).orElse(null), PAGE.matcher(beginning).lookingAt(), total);
  }

  @Override
  public void close() {
    links.close();
  }
}
