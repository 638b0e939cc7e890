package dev.dailies.job.reconcile;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.ledger.Charge;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.Price;
import dev.dailies.provider.Progress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Asks a provider once more about single tasks: what did it cost? Free, and changes nothing. */
final class Looks {

  /** A person reads no more, and each takes its turn at the provider. */
  private static final int MOST = 100;

  /** Who has told the price of none of so many tells of none. */
  private static final int ENOUGH = 5;

  private final TaskQueries queries;
  private final Histories histories;

  Looks(TaskQueries queries, Histories histories) {
    this.queries = queries;
    this.histories = histories;
  }

  /** The suspects with what is told of the first of them, without those that it has cleared. */
  List<Suspect> at(ActiveProvider active, List<Suspect> suspects) {
    List<Suspect> left = new ArrayList<>();
    int looks = 0;
    int told = 0;
    for (Suspect suspect : suspects) {
      boolean isAsked =
          suspect.charge().ticket() != null && looks < MOST && (told > 0 || looks < ENOUGH);
      Optional<BigDecimal> price = isAsked ? price(suspect.charge(), active) : Optional.empty();
      looks += isAsked ? 1 : 0;
      told += price.isPresent() ? 1 : 0;
      left.add(price.map(suspect::says).orElse(suspect));
    }
    return left.stream().filter(suspect -> !suspect.isCleared()).toList();
  }

  private Optional<BigDecimal> price(Charge charge, ActiveProvider active) {
    Optional<SentAttempt> sent = sent(charge);
    sent.ifPresent(attempt -> active.pollPacer().await(() -> false));
    return sent.map(attempt -> active.provider().poll(asked(attempt)))
        .flatMap(Looks::price)
        .map(Price::usd);
  }

  private static Attempt asked(SentAttempt attempt) {
    return new Attempt(
        attempt.id(), attempt.request(), Objects.requireNonNull(attempt.ticket(), "a ticket"));
  }

  private Optional<SentAttempt> sent(Charge charge) {
    return TaskId.of(charge.task()).stream()
        .flatMap(id -> queries.named(id).stream())
        .filter(view -> view.task().name().equals(charge.task()))
        .flatMap(view -> histories.of(view).attempts().stream())
        .filter(attempt -> attempt.number() == charge.number())
        .findFirst();
  }

  private static Optional<Price> price(Progress progress) {
    if (progress instanceof Progress.Succeeded succeeded) {
      return Optional.ofNullable(succeeded.price());
    }
    if (progress instanceof Progress.Failed failed) {
      return Optional.ofNullable(failed.price());
    }
    return progress instanceof Progress.Cancelled cancelled
        ? Optional.ofNullable(cancelled.price())
        : Optional.empty();
  }
}
