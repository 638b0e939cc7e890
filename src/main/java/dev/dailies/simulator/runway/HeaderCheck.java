package dev.dailies.simulator.runway;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Endpoint;
import dev.dailies.simulator.http.RequestHeaders;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Lets requests through to an endpoint that carry a key, whichever, and the version of the API.
 *
 * @param refused sees the answers to the others
 */
record HeaderCheck(Endpoint endpoint, UnaryOperator<Answer> refused) implements Endpoint {

  @Override
  public Optional<Answer> answer(HttpExchange exchange) throws IOException {
    if (!RequestHeaders.haveKey(exchange)) {
      return Optional.of(refused.apply(Errors.of(401, "The API key is missing or wrong.")));
    }
    if (!RequestHeaders.haveVersion(exchange)) {
      String error = "X-Runway-Version must be " + RequestHeaders.RUNWAY_VERSION + ".";
      return Optional.of(refused.apply(Errors.of(400, error)));
    }
    return endpoint.answer(exchange);
  }
}
