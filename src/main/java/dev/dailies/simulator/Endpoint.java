package dev.dailies.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;

/** One kind of request and its answers. */
interface Endpoint {

  /** The answer; empty closes the connection without one. */
  Optional<Answer> answer(HttpExchange exchange) throws IOException;
}
