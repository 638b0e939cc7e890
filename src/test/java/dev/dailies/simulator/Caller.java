package dev.dailies.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a simulator over a real socket, the way its users do. */
final class Caller {

  static final String IMAGE_TO_VIDEO = "/runwayml/v1/image_to_video";
  static final String VIDEO_TO_VIDEO = "/runwayml/v1/video_to_video";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper MAPPER = new JsonMapper();

  private final URI server;

  Caller(Simulator simulator) {
    this.server = simulator.baseUrl();
  }

  /** A request with everything that a create needs but its body. */
  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Authorization", "Bearer sk-test")
        .header("Content-Type", "application/json")
        .header("X-Runway-Version", "2024-11-06");
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return text(to(path).POST(BodyPublishers.ofString(body)).build());
  }

  JsonNode json(String path) throws Exception {
    return MAPPER.readTree(text(to(path).build()).body());
  }

  JsonNode postJson(String path, String body) throws Exception {
    return MAPPER.readTree(post(path, body).body());
  }

  HttpResponse<String> send(String path, FormData form) throws Exception {
    return text(form.post(HttpRequest.newBuilder(server.resolve(path))).build());
  }

  JsonNode sendJson(String path, FormData form) throws Exception {
    return MAPPER.readTree(send(path, form).body());
  }

  /** Creates a task from an image and gives its ticket. */
  String create(String prompt) throws Exception {
    HttpResponse<String> answer = post(IMAGE_TO_VIDEO, imageToVideo(prompt));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
    return MAPPER.readTree(answer.body()).path("id").stringValue();
  }

  static String imageToVideo(String prompt) {
    return MAPPER
        .createObjectNode()
        .put("promptImage", "https://example.org/cat.jpg")
        .put("model", "gen3a_turbo")
        .put("promptText", prompt)
        .put("duration", 5)
        .put("ratio", "1280:720")
        .toString();
  }

  HttpResponse<String> look(String ticket) throws Exception {
    return text(to("/runwayml/v1/tasks/" + ticket).build());
  }

  JsonNode task(String ticket) throws Exception {
    return MAPPER.readTree(look(ticket).body());
  }

  /** The link to the clip of a finished task. */
  URI link(String ticket) throws Exception {
    return URI.create(task(ticket).path("output").path(0).stringValue());
  }

  JsonNode record(String name) throws Exception {
    return MAPPER.readTree(
        text(HttpRequest.newBuilder(server.resolve("/simulator/" + name)).build()).body());
  }

  static HttpResponse<byte[]> download(URI link, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(link);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  static HttpResponse<String> text(HttpRequest request) throws IOException, InterruptedException {
    return CLIENT.send(request, BodyHandlers.ofString());
  }
}
