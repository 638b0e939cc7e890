package dev.dailies.simulator.runway;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.Answer;
import dev.dailies.simulator.Endpoint;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Lets requests through to an endpoint that carry a key, whichever, and the version of the API.
 *
 * @param refused sees the answers to the others
 */
record Gate(Endpoint endpoint, UnaryOperator<Answer> refused) implements Endpoint {

  private static final String VERSION = "2024-11-06";
  private static final Pattern KEY = Pattern.compile("Bearer \\S+");

  @Override
  public Optional<Answer> answer(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Authorization");
    if (key == null || !KEY.matcher(key).matches()) {
      return Optional.of(refused.apply(Errors.of(401, "The API key is missing or wrong.")));
    }
    if (!VERSION.equals(exchange.getRequestHeaders().getFirst("X-Runway-Version"))) {
      String error = "The header X-Runway-Version must be " + VERSION + ".";
      return Optional.of(refused.apply(Errors.of(400, error)));
    }
    return endpoint.answer(exchange);
  }
}
