package dev.dailies.simulator.comfyui;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.Clips;
import dev.dailies.simulator.clip.ClipFile;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Query;
import java.net.URLConnection;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Serves files of the three folders, as {@code GET /view} does. */
final class View {

  private final Inputs inputs;
  private final Machine machine;
  private final Clock clock;
  private final Clips clips;

  View(Inputs inputs, Machine machine, Clock clock, Clips clips) {
    this.inputs = inputs;
    this.machine = machine;
    this.clock = clock;
    this.clips = clips;
  }

  Optional<Answer> answer(HttpExchange exchange) {
    Query query = Query.of(exchange);
    String name = query.get("filename", "");
    String folder = query.get("subfolder", "");
    String type = query.get("type", "output");
    if (Inputs.leaves(name) || !type.matches("output|input|temp")) {
      return Optional.of(empty(400));
    }
    if (Inputs.leaves(folder)) {
      return Optional.of(empty(403));
    }
    Optional<Answer> file =
        type.equals("input")
            ? inputs.get(Inputs.path(folder, name)).map(bytes -> input(name, bytes, exchange))
            : machine
                .saved(type, folder, name, clock.millis())
                .map(saved -> output(saved, exchange));
    return file.or(() -> Optional.of(empty(404)));
  }

  private Answer output(Saved saved, HttpExchange exchange) {
    return clips.serve(saved.ticket(), saved.isPicture(), exchange);
  }

  private Answer input(String name, byte[] bytes, HttpExchange exchange) {
    String type =
        Objects.requireNonNullElse(
            URLConnection.guessContentTypeFromName(name), "application/octet-stream");
    String etag = '"' + Integer.toHexString(Arrays.hashCode(bytes)) + '"';
    return clips.serve(ClipFile.of(bytes), type, etag, exchange);
  }

  private static Answer empty(int status) {
    return Answer.text(status, "text/plain", "");
  }
}
