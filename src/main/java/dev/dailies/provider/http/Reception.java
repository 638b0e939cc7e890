package dev.dailies.provider.http;

import static dev.dailies.provider.http.Proof.ACCOUNT;
import static dev.dailies.provider.http.Proof.KEY;
import static dev.dailies.provider.http.Proof.LATER;
import static dev.dailies.provider.http.Proof.ROUTE;
import static dev.dailies.provider.http.Refusals.line;

import dev.dailies.provider.Account;
import dev.dailies.provider.Secret;
import dev.dailies.provider.Submission;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a server receives us, by a harmless call. An answer that costs nothing proves no more than
 * that: it is read as what the next request would meet.
 */
public final class Reception {

  private static final Refusals REFUSALS =
      Refusals.of(line(KEY, 401, 403), line(ACCOUNT, 402), line(ROUTE, 404, 405, 410), line(LATER));

  private static final int SERVER_ERROR = 500;

  /** The date has whole seconds. */
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Secret key;
  private final Clock clock;

  public Reception(Secret key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  /** Asks for JSON, and says what comes of it; of the money nothing is read yet. */
  public Account of(Supplier<Exchange> call, Function<JsonAnswer, Account> money) {
    Instant before = clock.instant();
    Exchange exchange = call.get();
    Instant after = clock.instant();
    return exchange.fold(
        answer -> {
          JsonAnswer read = new JsonAnswer(answer, key);
          Submission.NothingCreated obstacle = obstacle(read);
          Account told = obstacle == null ? money.apply(read) : Account.shut(obstacle);
          return new Account(obstacle, ahead(answer, before, after), told.balance(), told.limits());
        },
        broken -> Account.shut(broken.asPreparation()));
  }

  /** The same for a call that says nothing of money. */
  public Account of(Supplier<Exchange> call) {
    return of(call, answer -> new Account(null, null, null, List.of()));
  }

  /** Asks for a page that people look at: whatever comes but a server's error will do. */
  public Account ofPage(Supplier<Exchange> call) {
    Instant before = clock.instant();
    Exchange exchange = call.get();
    Instant after = clock.instant();
    return exchange.fold(
        answer ->
            new Account(
                answer.status() < SERVER_ERROR
                    ? null
                    : LATER.of(new JsonAnswer(answer, key), null, answer.excerpt(), clock),
                ahead(answer, before, after),
                null,
                List.of()),
        broken ->
            broken instanceof Exchange.Redirected
                ? new Account(null, null, null, List.of())
                : Account.shut(broken.asPreparation()));
  }

  private Submission.@Nullable NothingCreated obstacle(JsonAnswer answer) {
    if (answer.isSuccess()) {
      return answer.isJson() ? null : ROUTE.of(answer, null, answer.excerpt(), clock);
    }
    return REFUSALS
        .proof(answer.status(), null, "")
        .map(proof -> proof.of(answer, null, answer.excerpt(), clock))
        .orElseThrow();
  }

  /** Not told by an answer that somebody has kept for a while. */
  private static @Nullable Duration ahead(Exchange.Answer answer, Instant before, Instant after) {
    if (answer.headers().firstValue("Age").isPresent()) {
      return null;
    }
    try {
      Instant date =
          answer
              .headers()
              .firstValue("Date")
              .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
              .map(ZonedDateTime::toInstant)
              .orElse(null);
      return date == null ? null : ahead(date, before, after);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static Duration ahead(Instant date, Instant before, Instant after) {
    if (date.isAfter(after)) {
      return Duration.between(after, date);
    }
    Instant earliest = before.minus(TICK);
    return date.isBefore(earliest) ? Duration.between(earliest, date) : Duration.ZERO;
  }
}
