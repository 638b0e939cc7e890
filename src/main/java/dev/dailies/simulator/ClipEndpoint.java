package dev.dailies.simulator;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.clip.ClipFile;
import dev.dailies.simulator.clip.ClipStudio;
import dev.dailies.simulator.clip.Scene;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the clips of finished tasks, whole or in part. */
final class ClipEndpoint implements Endpoint {

  private static final Pattern PATH = Pattern.compile("/clips/([0-9a-f-]{36})\\.mp4");

  private final ClipStudio studio = new ClipStudio();
  private final double cutShare;
  private final Clock clock;
  private final RandomGenerator random;
  private final ClipLinks links;
  private final Counts counts;

  ClipEndpoint(
      double cutShare, Clock clock, RandomGenerator random, ClipLinks links, Counts counts) {
    this.cutShare = cutShare;
    this.clock = clock;
    this.random = random;
    this.links = links;
    this.counts = counts;
  }

  static boolean serves(String path) {
    return PATH.matcher(path).matches();
  }

  @Override
  public Optional<Answer> answer(HttpExchange exchange) {
    counts.downloaded();
    long now = clock.millis();
    return ticket(exchange)
        .filter(ticket -> links.opens(ticket, exchange.getRequestURI().getRawQuery(), now))
        .filter(ticket -> Stage.of(ticket, now).status() == Stage.Status.SUCCEEDED)
        .map(ticket -> serve(ticket, exchange))
        .or(() -> Optional.of(Errors.linkRefused()));
  }

  private Answer serve(Ticket ticket, HttpExchange exchange) {
    ClipFile clip = clip(ticket);
    // The bytes are a function of the ticket, so the ticket is as good as a digest of them.
    String etag = '"' + ticket.id().replace("-", "") + '"';
    Answer answer =
        ByteRange.asked(exchange.getRequestHeaders(), etag, clip.length())
            .map(range -> part(clip, range))
            .orElseGet(() -> Answer.video(200, clip, 0, clip.length()))
            .with("ETag", etag)
            .with("Accept-Ranges", "bytes");
    return random.nextDouble() < cutShare ? answer.cut() : answer;
  }

  private ClipFile clip(Ticket ticket) {
    Ratio ratio = ticket.ratio();
    int look = ticket.draw(Scene.LOOKS);
    Scene scene = new Scene(ratio.clipWidth(), ratio.clipHeight(), ticket.seconds(), look);
    return studio.make(scene, ticket.id(), ticket.size().bytes());
  }

  private static Answer part(ClipFile clip, ByteRange range) {
    String length = "/" + clip.length();
    if (range.isEmpty()) {
      return Answer.text(416, "text/plain", "").with("Content-Range", "bytes *" + length);
    }
    return Answer.video(206, clip, range.first(), range.count())
        .with("Content-Range", "bytes " + range.first() + "-" + range.last() + length);
  }

  private static Optional<Ticket> ticket(HttpExchange exchange) {
    Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
    return path.matches() ? Ticket.parse(path.group(1)) : Optional.empty();
  }
}
