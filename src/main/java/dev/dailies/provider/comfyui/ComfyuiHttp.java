package dev.dailies.provider.comfyui;

import dev.dailies.provider.Account;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.Multipart;
import dev.dailies.provider.http.Part;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.http.Reception;
import dev.dailies.provider.http.StandIn;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to ComfyUI servers. ComfyUI itself knows no keys; the proxies in front of it do, so the
 * key and the user's own headers go with every request, and come out of no answer.
 */
public final class ComfyuiHttp {

  /** An answer about prompts has their whole graphs, and what their nodes have shown. */
  private static final int LARGEST = 32 * 1024 * 1024;

  private final ProviderHttp http;
  private final Secret key;
  private final Map<String, Secret> secrets;
  private final List<String> servers;
  private final Clock clock;

  /**
   * @param key sent as a bearer's if it is not empty
   * @param headers sent as they are
   * @param servers the only addresses that are sent the key and the headers
   * @throws IllegalArgumentException if no request could carry one of them
   */
  public ComfyuiHttp(
      ProviderHttp http,
      Secret key,
      Map<String, Secret> headers,
      List<String> servers,
      Clock clock) {
    this.http = http;
    this.servers = List.copyOf(servers);
    this.key = key;
    this.clock = clock;
    this.secrets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (!key.isEmpty()) {
      secrets.put("Authorization", Secret.of("Bearer " + key.reveal()));
    }
    secrets.putAll(headers);
    secrets.forEach(ComfyuiHttp::check);
  }

  /** Checked here, since the HTTP client would print a value that it cannot send. */
  private static void check(String name, Secret value) {
    if (!value.reveal().chars().allMatch(c -> c >= ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "the value of the header " + name + " holds a character that no header can; correct it");
    }
    try {
      // The HTTP client takes it, since it is told which address to ask.
      if (name.equalsIgnoreCase("Host")) {
        throw new IllegalArgumentException(name);
      }
      HttpRequest.newBuilder().header(name, "");
    } catch (IllegalArgumentException forbidden) {
      throw new IllegalArgumentException(
          "no request can carry the header '" + name + "'; leave it out", forbidden);
    }
  }

  /** True if requests carry anything that must not travel unencrypted. */
  boolean hasSecrets() {
    return !secrets.isEmpty();
  }

  /** What a request carries; nothing, if the settings no longer name the server. */
  Map<String, String> headers(String url) {
    Map<String, String> revealed = new TreeMap<>();
    if (servers.stream().anyMatch(server -> url.equals(server) || url.startsWith(server + "/"))) {
      secrets.forEach((name, value) -> revealed.put(name, value.reveal()));
    }
    return revealed;
  }

  /** Sends a GET to a server. */
  Exchange get(String url) {
    return get(url, Part.WHOLE);
  }

  /** The same; only a part of the answer is held. */
  Exchange get(String url, Part part) {
    return send(to(url).GET(), part);
  }

  /** Sends a server a prompt, once. */
  Exchange post(String url, String prompt) {
    return send(
        to(url).header("Content-Type", "application/json").POST(BodyPublishers.ofString(prompt)),
        PromptParts.CREATED);
  }

  /** Sends a server a form, once. */
  Exchange post(String url, Multipart form) {
    return send(to(url).header("Content-Type", form.contentType()).POST(form.body()), Part.WHOLE);
  }

  /** Gets a file of a server. */
  Exchange fetch(String url, int most, Path file) {
    return http.fetch(to(url).GET().build(), most, file);
  }

  /** Gets a file from any other address, without our headers. */
  Exchange fetch(URI url, int most, Path file) {
    return http.fetch(HttpRequest.newBuilder(url).build(), most, file);
  }

  /** Reads an answer. */
  JsonAnswer read(Exchange.Answer answer) {
    return new JsonAnswer(answer, key);
  }

  /** How a server receives a harmless GET. */
  public Account receive(String url) {
    return new Reception(key, clock).of(() -> get(url));
  }

  /** How long an answer asks to wait; null if it does not say. */
  @Nullable Duration retryAfter(JsonAnswer answer) {
    return answer.retryAfter(clock);
  }

  private HttpRequest.Builder to(String url) {
    HttpRequest.Builder request = HttpRequest.newBuilder(StandIn.of(url));
    headers(url).forEach(request::setHeader);
    return request;
  }

  private Exchange send(HttpRequest.Builder request, Part part) {
    return http.send(request.build(), LARGEST, part, this::redacted);
  }

  private String redacted(String held) {
    String text = key.redact(held);
    for (Secret secret : secrets.values()) {
      text = secret.redact(text);
    }
    return text;
  }
}
