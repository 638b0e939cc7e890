package dev.dailies.provider.runway;

import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.spi.ProviderContext;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The account behind a key, as {@code GET /v1/organization} tells it: for a look before a run. It
 * only reads.
 *
 * @param credits what is left, in credits of one US cent
 * @param mostCreditsAMonth how many may be bought in a month
 * @param models the limits by the model's name
 */
public record Organization(long credits, long mostCreditsAMonth, Map<String, Limit> models) {

  /**
   * What the account may do with a model. Tasks beyond {@code concurrent} are taken, and wait.
   *
   * @param concurrent tasks that are generated at once
   * @param daily tasks in any 24 hours
   * @param today tasks of the last 24 hours
   */
  public record Limit(long concurrent, long daily, long today) {}

  /** What came of asking. */
  public sealed interface Answer {

    /** Runway has told. */
    record Told(Organization organization) implements Answer {}

    /** Nobody knows, and why. */
    record Untold(String reason) implements Answer {}
  }

  /** Asks once. Never throws for what a provider or a network does. */
  public static Answer ask(ProviderContext context) {
    RunwayHttp http = new RunwayHttp(context);
    return http.keyProblem()
        .<Answer>map(Answer.Untold::new)
        .orElseGet(() -> read(http, http.get(http.baseUrl() + "/v1/organization")));
  }

  private static Answer read(RunwayHttp http, Exchange exchange) {
    if (!(exchange instanceof Exchange.Answer answer)) {
      return new Answer.Untold(((Exchange.Broken) exchange).reason());
    }
    JsonAnswer json = new JsonAnswer(answer, http.key());
    if (!json.isSuccess() || !json.root().path("creditBalance").isNumber()) {
      return new Answer.Untold("HTTP " + json.status() + ": " + RunwayError.of(json).reason());
    }
    return new Answer.Told(of(json.root()));
  }

  private static Organization of(JsonNode root) {
    JsonNode tier = root.path("tier");
    JsonNode usage = root.path("usage").path("models");
    Map<String, Limit> models = new TreeMap<>();
    tier.path("models")
        .propertyStream()
        .forEach(
            model ->
                models.put(model.getKey(), limit(model.getValue(), usage.path(model.getKey()))));
    return new Organization(
        root.path("creditBalance").asLong(0), tier.path("maxMonthlyCreditSpend").asLong(0), models);
  }

  private static Limit limit(JsonNode limits, JsonNode usage) {
    return new Limit(
        limits.path("maxConcurrentGenerations").asLong(0),
        limits.path("maxDailyGenerations").asLong(0),
        usage.path("dailyGenerations").asLong(0));
  }
}
