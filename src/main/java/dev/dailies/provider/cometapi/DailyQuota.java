package dev.dailies.provider.cometapi;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.Statement;
import dev.dailies.provider.http.JsonAnswer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was used by day: {@code daily_quota}, where both {@code start_date} and {@code end_date} are
 * named, has for each day what each key has used. Models are not told apart. That it is in dollars,
 * as the balance is, that the last day is in it, and that days begin in UTC is inferred: CometAPI's
 * page does not say.
 */
final class DailyQuota implements Statement.Source {

  private static final int MOST_DAYS = 90;
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Quota quota;
  private final Supplier<Optional<String>> keyProblem;

  /**
   * @param keyProblem why nothing can be asked; empty if it can
   */
  DailyQuota(Quota quota, Supplier<Optional<String>> keyProblem) {
    this.quota = quota;
    this.keyProblem = keyProblem;
  }

  @Override
  public String scope() {
    return "all keys and models of the account";
  }

  @Override
  public boolean tellsModels() {
    return false;
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
    Optional<String> problem = keyProblem.get();
    if (problem.isPresent()) {
      return Statement.Untold.keyless(problem.get(), Evidence.NONE);
    }
    String days = "&start_date=%s&end_date=%s".formatted(from, before.minusDays(1));
    return quota
        .ask(days)
        .fold(
            answer -> read(new JsonAnswer(answer, quota.key())),
            broken -> new Statement.Untold(broken.asPreparation()));
  }

  private static Statement read(JsonAnswer answer) {
    return switch (answer.status()) {
      case 401, 403 ->
          Statement.Untold.keyless(
              "HTTP %d: %s".formatted(answer.status(), answer.excerpt()), answer.evidence());
      case 404, 405 -> new Statement.Silent();
      default -> told(answer);
    };
  }

  private static Statement told(JsonAnswer answer) {
    JsonNode days = answer.root().path("daily_quota");
    if (!answer.isSuccess() || !days.isObject()) {
      return untold(answer);
    }
    List<Statement.Line> lines = new ArrayList<>();
    for (var day : days.properties()) {
      for (JsonNode used : day.getValue()) {
        Statement.Line line = line(day.getKey(), used.path("quota_used"));
        if (line == null) {
          return untold(answer);
        }
        lines.add(line);
      }
    }
    return new Statement.Told(lines);
  }

  private static Statement.@Nullable Line line(String day, JsonNode used) {
    try {
      boolean meant = used.isNumber() && Math.abs(used.asDouble()) <= Quota.MOST;
      return meant ? new Statement.Line(LocalDate.parse(day), null, used.decimalValue()) : null;
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static Statement untold(JsonAnswer answer) {
    String reason = "HTTP %d tells of no days: %s".formatted(answer.status(), answer.excerpt());
    return Statement.Untold.now(reason, answer.evidence());
  }
}
