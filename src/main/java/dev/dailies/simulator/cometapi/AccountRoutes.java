package dev.dailies.simulator.cometapi;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.SimulatorContext;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Endpoint;
import dev.dailies.simulator.http.Query;
import dev.dailies.simulator.http.Routes;
import dev.dailies.simulator.money.Account;
import dev.dailies.simulator.money.Move;
import dev.dailies.simulator.money.PriceList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The routes about an account's money, in dollars.
 *
 * <ul>
 *   <li>{@code GET /user/quota?key=KEY[&start_date=2026-11-01&end_date=2026-11-30]}, which CometAPI
 *       has at {@code query.cometapi.com} and documents: {@code total_quota} is the balance, {@code
 *       total_used_quota} what was used, {@code keys[]} the same by key, and with both dates {@code
 *       daily_quota} by day. What it answers to a wrong key, and where its days begin, is not
 *       known; here it is a 401, and UTC.
 *   <li>{@code GET /v1/dashboard/billing/subscription} and {@code …/usage}, as the gateway's
 *       lineage has them: {@code hard_limit_usd} is what is left and what was used, {@code
 *       total_usage} what was used, in cents.
 *   <li>{@code GET /v1/models}, as OpenAI has it: harmless, and wants the key.
 * </ul>
 *
 * <p>The bodies of {@code /api/usage/token} and {@code /api/models} are not known, so these are not
 * answered.
 */
final class AccountRoutes {

  private static final String TOKEN = "simulated";

  private final SimulatorContext context;
  private final Account account;
  private final PriceList prices;

  AccountRoutes(SimulatorContext context, Account account, PriceList prices) {
    this.context = context;
    this.account = account;
    this.prices = prices;
  }

  void addTo(Routes routes) {
    routes
        .on("GET", "/user/quota", this::quota)
        .on("GET", "/user/quota/", this::quota)
        .on("GET", "/v1/dashboard/billing/subscription", keyed(this::subscription))
        .on("GET", "/v1/dashboard/billing/usage", keyed(this::usage))
        .on("GET", "/v1/models", keyed(this::models));
  }

  private Endpoint keyed(LongFunction<ObjectNode> body) {
    Endpoint told = exchange -> Optional.of(Answer.json(200, body.apply(context.clock().millis())));
    return new KeyedEndpoint(told, answer -> answer);
  }

  private Optional<Answer> quota(HttpExchange exchange) {
    Query asked = Query.of(exchange);
    if (asked.get("key", "").isBlank()) {
      return Optional.of(Errors.noKey(UUID.randomUUID().toString()));
    }
    long now = context.clock().millis();
    List<Move> moves = account.moves(now);
    ObjectNode body = object().put("username", "simulator");
    body.put("total_quota", account.balance(now)).put("total_used_quota", account.used(now));
    body.put("request_count", moves.stream().filter(move -> !move.isRefund()).count());
    body.putArray("keys")
        .addObject()
        .put("name", TOKEN)
        .put("remain_quota", -1)
        .put("used_quota", account.used(now));
    Optional<LocalDate> start = date(asked.get("start_date", ""));
    Optional<LocalDate> end = date(asked.get("end_date", ""));
    if (start.isPresent() && end.isPresent()) {
      days(body.putObject("daily_quota"), moves, start.get(), end.get());
    }
    return Optional.of(Answer.json(200, body));
  }

  /** A request that failed counts on its day, and what comes back on that on which it does. */
  private static void days(ObjectNode body, List<Move> moves, LocalDate start, LocalDate end) {
    Map<LocalDate, List<Move>> days =
        moves.stream()
            .filter(move -> !move.day().isBefore(start) && !move.day().isAfter(end))
            .collect(Collectors.groupingBy(Move::day, TreeMap::new, Collectors.toList()));
    days.forEach(
        (day, moved) ->
            body.putArray(day.toString())
                .addObject()
                .put("token_name", TOKEN)
                .put("quota_used", sum(moved))
                .put("request_count", moved.stream().filter(move -> !move.isRefund()).count()));
  }

  private static BigDecimal sum(List<Move> moves) {
    return moves.stream().map(Move::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private ObjectNode subscription(long now) {
    BigDecimal whole = account.balance(now).add(account.used(now));
    return object()
        .put("object", "billing_subscription")
        .put("soft_limit_usd", whole)
        .put("hard_limit_usd", whole)
        .put("system_hard_limit_usd", whole)
        .put("access_until", 0);
  }

  private ObjectNode usage(long now) {
    return object().put("object", "list").put("total_usage", account.used(now).movePointRight(2));
  }

  private ObjectNode models(long now) {
    ObjectNode body = object().put("object", "list");
    ArrayNode data = body.putArray("data");
    prices.models().forEach(id -> data.addObject().put("id", id).put("object", "model"));
    return body;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
