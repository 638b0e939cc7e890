package dev.dailies.simulator.runway;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.SimulatorContext;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Json;
import dev.dailies.simulator.money.Account;
import dev.dailies.simulator.money.Move;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The routes about an account's money, as Runway's OpenAPI document of 2026-08-08 has them: {@code
 * GET /v1/organization} with {@code creditBalance}, {@code tier.models.MODEL
 * .maxConcurrentGenerations} and {@code .maxDailyGenerations}, {@code usage.models.MODEL
 * .dailyGenerations}; and {@code POST /v1/organization/usage}, which is a question, with {@code
 * results[].date} and {@code .usedCredits[]}. Whether Runway lists days without use is not known;
 * here they are left out.
 */
final class Organization {

  private static final int MOST_A_MONTH = 1_000_000;
  private static final int USUAL_AT_ONCE = 20;
  private static final int MOST_A_DAY = 30_000;
  private static final int LARGEST_QUESTION = 10_000;

  private final SimulatorContext context;
  private final Account account;
  private final Collection<String> models;

  /**
   * @param models that exist
   */
  Organization(SimulatorContext context, Account account, Collection<String> models) {
    this.context = context;
    this.account = account;
    this.models = models;
  }

  /** Answers {@code GET /v1/organization}. */
  Optional<Answer> tell(HttpExchange exchange) {
    long now = context.clock().millis();
    int atOnce = Objects.requireNonNullElse(context.settings().concurrency(), USUAL_AT_ONCE);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode tier = body.putObject("tier").put("maxMonthlyCreditSpend", MOST_A_MONTH);
    ObjectNode limits = tier.putObject("models");
    models.forEach(
        model ->
            limits
                .putObject(model)
                .put("maxConcurrentGenerations", atOnce)
                .put("maxDailyGenerations", MOST_A_DAY));
    body.put("creditBalance", account.balance(now).longValue());
    ObjectNode usage = body.putObject("usage").putObject("models");
    ofThePastDay(now)
        .forEach((model, count) -> usage.putObject(model).put("dailyGenerations", count));
    return Optional.of(Answer.json(200, body));
  }

  private Map<String, Integer> ofThePastDay(long now) {
    Map<String, Integer> counts = new TreeMap<>();
    long since = now - TimeUnit.DAYS.toMillis(1);
    account.moves(now).stream()
        .filter(move -> !move.isRefund() && move.at() > since)
        .forEach(move -> counts.merge(move.charge().model(), 1, Integer::sum));
    return counts;
  }

  /** Answers {@code POST /v1/organization/usage}. */
  Optional<Answer> use(HttpExchange exchange) throws IOException {
    JsonNode asked =
        Json.parse(exchange.getRequestBody().readNBytes(LARGEST_QUESTION))
            .orElse(JsonNodeFactory.instance.missingNode());
    Issues issues = new Issues();
    long now = context.clock().millis();
    UsagePeriod period = UsagePeriod.asked(asked, today(now), issues);
    return Optional.of(issues.isEmpty() ? Answer.json(200, used(period, now)) : issues.answer());
  }

  private ObjectNode used(UsagePeriod period, long now) {
    Map<LocalDate, Map<String, BigDecimal>> days = new TreeMap<>();
    Map<String, BigDecimal> all = new TreeMap<>();
    for (Move move : account.moves(now)) {
      if (period.contains(move.day())) {
        String model = move.charge().model();
        days.computeIfAbsent(move.day(), day -> new TreeMap<>())
            .merge(model, move.amount(), BigDecimal::add);
        all.merge(model, move.amount(), BigDecimal::add);
      }
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode results = body.putArray("results");
    days.forEach(
        (day, spent) -> {
          ArrayNode credits =
              results.addObject().put("date", day.toString()).putArray("usedCredits");
          spent.forEach(
              (model, amount) ->
                  credits.addObject().put("model", model).put("amount", amount.longValue()));
        });
    all.keySet().forEach(body.putArray("models")::add);
    return body;
  }

  private static LocalDate today(long now) {
    return Instant.ofEpochMilli(now).atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
