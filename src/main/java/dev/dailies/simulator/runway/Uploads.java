package dev.dailies.simulator.runway;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Endpoint;
import dev.dailies.simulator.http.Form;
import dev.dailies.simulator.http.Json;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.fileupload.FileUploadBase.FileUploadIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gives places for files, takes the files, and remembers which places are filled. */
final class Uploads {

  static final String STORAGE = "/runway-storage/";

  private static final int PLACES = 10_000;
  private static final int LARGEST_ASK = 10_000;
  private static final int SMALLEST_FILE = 512;

  private final URI server;

  /** By place: whether its file arrived. Only the newest are remembered. */
  private final Map<String, Boolean> places =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > PLACES;
            }
          });

  Uploads(URI server) {
    this.server = server;
  }

  /** Answers {@code POST /v1/uploads}. */
  Optional<Answer> give(HttpExchange exchange) throws IOException {
    JsonNode ask =
        Json.parse(exchange.getRequestBody().readNBytes(LARGEST_ASK))
            .orElse(JsonNodeFactory.instance.missingNode());
    Issues issues = new Issues();
    String name = ask.path("filename").asString("");
    if (!name.matches("(?s)(?=.{3,255}$).+\\.\\w+")) {
      issues.add("invalid_format", "filename", "Must have 3 to 255 characters and an extension");
    }
    if (!ask.path("type").asString("").equals("ephemeral")) {
      issues.add("invalid_value", "type", "Invalid option: expected one of [ephemeral]");
    }
    return Optional.of(issues.isEmpty() ? place() : issues.answer());
  }

  /** Answers the form with the file, as an object store does. */
  Optional<Answer> take(HttpExchange exchange) throws IOException {
    try {
      return Optional.of(store(Endpoint.lastOfPath(exchange), Form.of(exchange)));
    } catch (FileUploadIOException tooLarge) {
      return Optional.of(refusal("EntityTooLarge"));
    }
  }

  /** The first upload in a body whose file never arrived. */
  Optional<String> absent(JsonNode body) {
    if (body.isContainer()) {
      return body.valueStream().map(this::absent).flatMap(Optional::stream).findFirst();
    }
    String text = body.asString("");
    boolean isAbsent =
        text.startsWith(Asset.UPLOADED)
            && !places.getOrDefault(text.substring(Asset.UPLOADED.length()), false);
    return isAbsent ? Optional.of(text) : Optional.empty();
  }

  private Answer place() {
    String place = UUID.randomUUID().toString();
    places.put(place, false);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("uploadUrl", server.resolve(STORAGE + place).toString());
    body.putObject("fields").put("key", "uploads/" + place).put("policy", policy(place));
    return Answer.json(200, body.put("runwayUri", Asset.UPLOADED + place));
  }

  private Answer store(String place, Form form) {
    int size = form.file("file").map(file -> file.content().length).orElse(0);
    boolean isGiven =
        places.containsKey(place)
            && form.text("key").equals("uploads/" + place)
            && form.text("policy").equals(policy(place));
    if (!isGiven) {
      return refusal("AccessDenied");
    }
    if (size < SMALLEST_FILE) {
      return refusal("EntityTooSmall");
    }
    places.put(place, true);
    return Answer.text(204, "text/plain", "");
  }

  /** Only to be handed back; it is no secret. */
  private static String policy(String place) {
    return "policy-of-" + place;
  }

  private static Answer refusal(String code) {
    String body = "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>";
    return Answer.text(code.equals("AccessDenied") ? 403 : 400, "application/xml", body);
  }
}
