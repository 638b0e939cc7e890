package dev.dailies.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;

/** One kind of request and its answers. */
public interface Endpoint {

  /** The answer; empty closes the connection without one. */
  Optional<Answer> answer(HttpExchange exchange) throws IOException;

  /** The last part of a request's path, such as the ticket in {@code /tasks/{id}}. */
  static String lastOfPath(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
