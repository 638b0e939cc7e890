package dev.dailies.simulator;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.clip.ClipFile;
import dev.dailies.simulator.clip.ClipStudio;
import dev.dailies.simulator.clip.Scene;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Body;
import dev.dailies.simulator.http.ByteRange;
import dev.dailies.simulator.http.Endpoint;
import dev.dailies.simulator.task.Counts;
import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Shape;
import dev.dailies.simulator.task.Stage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the clips and pictures of tasks, whole or in part. */
public final class Clips {

  /** Where the links lead to. */
  static final String PATH = "/clips/";

  private static final Pattern NAME = Pattern.compile("([0-9a-f-]{36})\\.(mp4|png)");

  private final ClipStudio studio = new ClipStudio();
  private final double cutShare;
  private final Clock clock;
  private final RandomGenerator random;
  private final ClipLinks links;
  private final Counts counts;

  Clips(double cutShare, Clock clock, RandomGenerator random, ClipLinks links, Counts counts) {
    this.cutShare = cutShare;
    this.clock = clock;
    this.random = random;
    this.links = links;
    this.counts = counts;
  }

  /** Serves the file that a ticket stands for: its clip, or a picture. */
  public Answer serve(IssuedTicket ticket, boolean picture, HttpExchange exchange) {
    // The bytes are a function of the ticket, so the ticket is as good as a digest of them.
    String etag = '"' + ticket.id().replace("-", "") + '"';
    return serve(
        picture ? picture(ticket) : clip(ticket),
        picture ? "image/png" : "video/mp4",
        etag,
        exchange);
  }

  /** Serves a file. */
  public Answer serve(ClipFile file, String type, String etag, HttpExchange exchange) {
    counts.downloaded();
    Answer answer =
        ByteRange.asked(exchange.getRequestHeaders(), etag, file.length())
            .map(range -> part(file, type, range))
            .orElseGet(() -> part(200, file, type, 0, file.length()))
            .with("ETag", etag)
            .with("Accept-Ranges", "bytes");
    return random.nextDouble() < cutShare ? answer.cut() : answer;
  }

  /** Answers the links, as long as they work. */
  Optional<Answer> answer(HttpExchange exchange) {
    Matcher name = NAME.matcher(Endpoint.lastOfPath(exchange));
    return (name.matches() ? IssuedTicket.parse(name.group(1)) : Optional.<IssuedTicket>empty())
        .filter(ticket -> opens(ticket, exchange))
        .map(ticket -> serve(ticket, name.group(2).equals("png"), exchange))
        .or(() -> Optional.of(refusal()));
  }

  private boolean opens(IssuedTicket ticket, HttpExchange exchange) {
    long now = clock.millis();
    return links.opens(ticket, exchange.getRequestURI().getRawQuery(), now)
        && Stage.of(ticket, now).status() == Stage.Status.SUCCEEDED;
  }

  /** The answer of the host of the clips to a link that is cut, changed, or expired. */
  private Answer refusal() {
    counts.downloaded();
    return Answer.text(
        403, "application/xml", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>");
  }

  private ClipFile clip(IssuedTicket ticket) {
    return studio.make(scene(ticket), ticket.id(), ticket.size().bytes());
  }

  private ClipFile picture(IssuedTicket ticket) {
    return studio.still(scene(ticket), ticket.id());
  }

  private static Scene scene(IssuedTicket ticket) {
    Shape shape = ticket.shape();
    return new Scene(shape.width(), shape.height(), ticket.seconds(), ticket.draw(Scene.LOOKS));
  }

  private static Answer part(ClipFile file, String type, ByteRange range) {
    String length = "/" + file.length();
    if (range.isEmpty()) {
      return Answer.text(416, "text/plain", "").with("Content-Range", "bytes *" + length);
    }
    return part(206, file, type, range.first(), range.count())
        .with("Content-Range", "bytes " + range.first() + "-" + range.last() + length);
  }

  /** So many bytes of a file, from an offset on. */
  private static Answer part(int status, ClipFile file, String type, long from, long count) {
    Body bytes =
        new Body() {
          @Override
          public long length() {
            return count;
          }

          @Override
          public void writeTo(OutputStream out) throws IOException {
            file.write(out, from, count);
          }
        };
    return Answer.of(status, type, bytes);
  }
}
