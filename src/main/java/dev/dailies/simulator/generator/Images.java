package dev.dailies.simulator.generator;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.Clips;
import dev.dailies.simulator.UploadStore;
import dev.dailies.simulator.clip.ClipFile;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Endpoint;
import dev.dailies.simulator.http.Form;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;

/** Takes images, and gives them back as the backend's bucket does. */
final class Images {

  static final String PATH = "/generator-images/";

  private final UploadStore shelf = new UploadStore();
  private final URI server;
  private final Clips clips;

  Images(URI server, Clips clips) {
    this.server = server;
    this.clips = clips;
  }

  Optional<Answer> take(HttpExchange exchange) throws IOException {
    return Form.of(exchange)
        .file("image")
        .map(this::keep)
        .or(() -> Optional.of(Errors.of(400, "Изображение обязательно")));
  }

  Optional<Answer> give(HttpExchange exchange) {
    String name = Endpoint.lastOfPath(exchange);
    return shelf
        .get(name)
        .map(
            image ->
                clips.serve(
                    ClipFile.of(image), "application/octet-stream", '"' + name + '"', exchange))
        .or(() -> Optional.of(Answer.text(404, "text/plain", "")));
  }

  /** The backend does not check the type of an image, and keeps the client's extension. */
  private Answer keep(Form.Upload image) {
    String name = UUID.randomUUID() + "." + image.name().replaceFirst(".*\\.", "");
    shelf.put(name, image.content());
    String url = server.resolve(PATH).resolve(name).toString();
    return Answer.json(200, JsonNodeFactory.instance.objectNode().put("imageUrl", url));
  }
}
