package dev.dailies.simulator.generator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Hands a workflow to a ComfyUI server, as the backend does. */
final class ComfyuiCall {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final JsonMapper mapper = new JsonMapper();

  /**
   * What the server said.
   *
   * @throws IOException if it is not on this machine, cannot be reached, or refuses
   */
  JsonNode post(String server, String text) throws IOException {
    URI address = address(server);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body(text).toString()))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("ComfyUI answered " + answer.statusCode());
      }
      return mapper.readTree(answer.body());
    } catch (JacksonException notJson) {
      throw new IOException("ComfyUI did not answer with JSON", notJson);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  /** The real backend calls any address; a simulator stays on its own machine. */
  private static URI address(String server) throws IOException {
    if (!server.matches("http://(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?/?")) {
      throw new IOException("serverUrl must be http on loopback, was " + server);
    }
    return URI.create(server).resolve("/prompt");
  }

  /** A workflow that needs no model and no input file. */
  private static ObjectNode body(String text) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode graph = body.putObject("prompt");
    ObjectNode image = node(graph, "1", "EmptyImage", text);
    image.put("width", 512).put("height", 288).put("batch_size", 24).put("color", 0);
    ObjectNode video = node(graph, "2", "CreateVideo", "FPS").put("fps", 12);
    video.putArray("images").add("1").add(0);
    ObjectNode save = node(graph, "3", "SaveVideo", "OUTPUT");
    save.put("filename_prefix", "generator/video").put("format", "mp4").put("codec", "h264");
    save.putArray("video").add("2").add(0);
    return body.put("client_id", "ai-video-generator");
  }

  private static ObjectNode node(ObjectNode graph, String id, String type, String title) {
    ObjectNode node = graph.putObject(id).put("class_type", type);
    node.putObject("_meta").put("title", title);
    return node.putObject("inputs");
  }
}
