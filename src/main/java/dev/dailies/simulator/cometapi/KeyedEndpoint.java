package dev.dailies.simulator.cometapi;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Endpoint;
import dev.dailies.simulator.http.RequestHeaders;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Lets requests through to an endpoint that carry a key, whichever, and numbers all of them.
 *
 * @param refused sees the answer to a request that has none
 */
record KeyedEndpoint(Endpoint endpoint, UnaryOperator<Answer> refused) implements Endpoint {

  @Override
  public Optional<Answer> answer(HttpExchange exchange) throws IOException {
    String requestId = UUID.randomUUID().toString();
    exchange.getResponseHeaders().set("X-Oneapi-Request-Id", requestId);
    if (RequestHeaders.haveKey(exchange)) {
      return endpoint.answer(exchange);
    }
    return Optional.of(refused.apply(Errors.noKey(requestId)));
  }
}
