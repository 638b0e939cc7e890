package dev.dailies.provider.runway;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.Statement;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asks for what the organization was charged, by Runway's OpenAPI document of 2026-08-08: {@code
 * POST /v1/organization/usage} is a question, and creates nothing. Days are those of UTC, at most
 * 90 at once; amounts are credits without what was given back, and may be negative. On which day a
 * task counts that runs past midnight is not known.
 */
final class Usage implements Statement.Source {

  private static final String ROUTE = "/v1/organization/usage";
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final int MOST_DAYS = 90;

  private final RunwayHttp http;

  Usage(RunwayHttp http) {
    this.http = http;
  }

  @Override
  public String scope() {
    return "the whole organization";
  }

  @Override
  public boolean tellsModels() {
    return true;
  }

  @Override
  public ZoneId zone() {
    return UTC;
  }

  @Override
  public int mostDays() {
    return MOST_DAYS;
  }

  @Override
  public Statement between(LocalDate from, LocalDate before) {
    Optional<String> keyProblem = http.keyProblem();
    if (keyProblem.isPresent()) {
      return Statement.Untold.keyless(keyProblem.get(), Evidence.NONE);
    }
    String asked = "{\"startDate\":\"%s\",\"beforeDate\":\"%s\"}".formatted(from, before);
    return http.post(http.baseUrl() + ROUTE, asked)
        .fold(this::read, broken -> new Statement.Untold(broken.asPreparation()));
  }

  private Statement read(Exchange.Answer exchange) {
    JsonAnswer answer = new JsonAnswer(exchange, http.key());
    String reason = RunwayError.words(answer);
    return switch (answer.status()) {
      case 401, 403 -> Statement.Untold.keyless(reason, answer.evidence());
      case 404, 405 -> new Statement.Silent();
      default -> answer.isSuccess() ? told(answer) : untold(answer, reason);
    };
  }

  private static Statement told(JsonAnswer answer) {
    JsonNode results = answer.root().path("results");
    List<Statement.Line> lines = new ArrayList<>();
    for (JsonNode day : results) {
      for (JsonNode used : day.path("usedCredits")) {
        Statement.Line line = line(answer, day, used);
        if (line == null) {
          return untold(answer, "an amount cannot be read: " + answer.excerpt());
        }
        lines.add(line);
      }
    }
    return results.isArray()
        ? new Statement.Told(lines)
        : untold(answer, "the answer tells of no usage: " + answer.excerpt());
  }

  private static Statement.@Nullable Line line(JsonAnswer answer, JsonNode day, JsonNode used) {
    try {
      String date = answer.text(day.path("date"));
      String model = answer.text(used.path("model"));
      JsonNode amount = used.path("amount");
      boolean meant = amount.isNumber() && Math.abs(amount.asDouble()) <= Credits.MOST;
      return date == null || model == null || !meant
          ? null
          : new Statement.Line(
              LocalDate.parse(date),
              JsonAnswer.onOneLine(model),
              Credits.usd(amount.decimalValue()));
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static Statement untold(JsonAnswer answer, String reason) {
    return Statement.Untold.now(reason, answer.evidence());
  }
}
