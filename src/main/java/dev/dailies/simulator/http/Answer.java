package dev.dailies.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A complete answer to one request. */
public record Answer(int status, Map<String, String> headers, Body body) {

  /** An answer in JSON. */
  public static Answer json(int status, JsonNode json) {
    return text(status, "application/json; charset=utf-8", json.toString());
  }

  /** An answer in text of that media type. */
  public static Answer text(int status, String type, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(status, type, Body.of(bytes));
  }

  /** An answer with a body of that media type. */
  public static Answer of(int status, String type, Body body) {
    return new Answer(status, Map.of("Content-Type", type), body);
  }

  /** The same answer, which breaks off half way. */
  public Answer cut() {
    return new Answer(status, headers, new CutBody(body));
  }

  /** The same answer with one more header. */
  public Answer with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }

  void send(HttpExchange exchange) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(body.length()));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, lengthForServer());
    try (OutputStream out = exchange.getResponseBody()) {
      body.writeTo(out);
    }
  }

  /** To the JDK's server 0 means "of unknown length" and −1 means "no body". */
  private long lengthForServer() {
    if (body.length() == Body.UNKNOWN) {
      return 0;
    }
    return body.length() == 0 ? -1 : body.length();
  }
}
