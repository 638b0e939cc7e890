package dev.dailies.simulator.cometapi;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.Answer;
import dev.dailies.simulator.Endpoint;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Lets requests through to an endpoint that carry a key, whichever, and numbers all of them.
 *
 * @param refused sees the answer to a request that has none
 */
record KeyedEndpoint(Endpoint endpoint, UnaryOperator<Answer> refused) implements Endpoint {

  private static final Pattern KEY = Pattern.compile("Bearer \\S+");

  @Override
  public Optional<Answer> answer(HttpExchange exchange) throws IOException {
    String requestId = UUID.randomUUID().toString();
    exchange.getResponseHeaders().set("X-Oneapi-Request-Id", requestId);
    String key = exchange.getRequestHeaders().getFirst("Authorization");
    if (key != null && KEY.matcher(key).matches()) {
      return endpoint.answer(exchange);
    }
    return Optional.of(refused.apply(Errors.noKey(requestId)));
  }
}
