package dev.dailies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a simulator has to say about itself: the truth that a test compares the product with.
 *
 * @param url where it listens
 */
public record SimulatorRecords(String url) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** How often it was asked for what. */
  public record Counts(int creates, int refused, int throttled, int looks, int downloads) {}

  public Counts counts() {
    JsonNode counts = json("/simulator/counts");
    return new Counts(
        counts.path("creates").asInt(),
        counts.path("refused").asInt(),
        counts.path("throttled429").asInt(),
        counts.path("looks").asInt(),
        counts.path("downloads").asInt());
  }

  /**
   * A create that it accepted.
   *
   * @param prompt empty if there was none
   */
  public record Create(String ticket, String route, String prompt, Instant at) {}

  /** All of them, oldest first. */
  public List<Create> creates() {
    return json("/simulator/journal")
        .path("tasks")
        .valueStream()
        .map(
            task ->
                new Create(
                    text(task, "ticket"),
                    text(task, "route"),
                    text(task, "prompt"),
                    Instant.parse(text(task, "at"))))
        .toList();
  }

  /** What a provider's account was charged, as {@code /simulator/money} has it. */
  public JsonNode money(String provider) {
    return json("/simulator/money").path(provider);
  }

  private static String text(JsonNode task, String field) {
    return Objects.requireNonNull(task.path(field).stringValue());
  }

  /** The tickets of every create that it accepted, by prompt. */
  public Map<String, List<String>> ticketsByPrompt() {
    return creates().stream()
        .collect(
            Collectors.groupingBy(
                Create::prompt,
                LinkedHashMap::new,
                Collectors.mapping(Create::ticket, Collectors.toList())));
  }

  /** How many tasks were made more often than once, counted once for each time too many. */
  public int duplicates() {
    return ticketsByPrompt().values().stream().mapToInt(tickets -> tickets.size() - 1).sum();
  }

  /** The clip of a finished task, fetched from the simulator itself. */
  public byte[] clip(String ticket) {
    String link = json("/runwayml/v1/tasks/" + ticket).findPath("output").path(0).asString("");
    return get(link, BodyHandlers.ofByteArray());
  }

  /** The clip of a prompt that ComfyUI's side has finished, fetched as ComfyUI's own page does. */
  public byte[] comfyuiClip(String promptId) {
    JsonNode file = json("/api/jobs/" + promptId).path("outputs").findPath("images").path(0);
    String name = file.path("filename").asString("");
    String folder = file.path("subfolder").asString("");
    String address = "%s/view?filename=%s&subfolder=%s&type=output";
    return get(address.formatted(url, name, folder), BodyHandlers.ofByteArray());
  }

  private JsonNode json(String path) {
    return MAPPER.readTree(get(url + path, BodyHandlers.ofString()));
  }

  private static <T> T get(String address, BodyHandler<T> body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer test").build();
    try {
      HttpResponse<T> answer = CLIENT.send(request, body);
      if (answer.statusCode() != 200) {
        throw new AssertionError(address + " was answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
