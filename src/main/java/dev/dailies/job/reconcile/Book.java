package dev.dailies.job.reconcile;

import dev.dailies.job.reconcile.Reconciled.Line;
import dev.dailies.job.run.ActiveProvider;
import dev.dailies.ledger.Charge;
import dev.dailies.provider.Statement;
import dev.dailies.report.money.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was sent to one provider, by its own days. */
final class Book {

  private final @Nullable ActiveProvider active;
  private final ZoneId zone;
  private final LocalDate since;
  private final Map<Cell, Share> shares = new TreeMap<>();
  private Share elsewhere = Share.NONE;

  /**
   * @param active null if the settings no longer name it
   * @param otherwise where days begin if it says nothing of them
   * @param since the first day that is wanted
   */
  Book(@Nullable ActiveProvider active, ZoneId otherwise, LocalDate since) {
    this.active = active;
    this.zone = source().map(Statement.Source::zone).orElse(otherwise);
    this.since = since;
  }

  Optional<ActiveProvider> active() {
    return Optional.ofNullable(active);
  }

  Optional<Statement.Source> source() {
    return active().flatMap(one -> one.provider().charges());
  }

  /** Whose charges it tells; null if it tells nobody. */
  @Nullable String scope() {
    return source().map(Statement.Source::scope).orElse(null);
  }

  ZoneId zone() {
    return zone;
  }

  Share elsewhere() {
    return elsewhere;
  }

  /**
   * The first day on which something was sent; empty if nothing was, since the day that is wanted.
   */
  Optional<LocalDate> firstDay() {
    return shares.keySet().stream().findFirst().map(Cell::day);
  }

  /** True if nothing of what is wanted was sent to it. */
  boolean isEmpty() {
    return shares.isEmpty() && elsewhere.attempts() == 0;
  }

  void add(Charge charge) {
    if (!charge.counts() || !isWanted(charge)) {
      return;
    }
    Share one = new Share(1, charge.cost());
    if (isElsewhere(charge)) {
      elsewhere = elsewhere.plus(one);
    } else {
      shares.merge(cell(charge), one, Share::plus);
    }
  }

  boolean isWanted(Charge charge) {
    return !cell(charge).day().isBefore(since);
  }

  /** Of another address the provider knows nothing. */
  boolean isElsewhere(Charge charge) {
    return active != null && !active.provider().stillNames(charge.baseUrl());
  }

  Cell cell(Charge charge) {
    return new Cell(
        charge.sentAt().atZone(zone).toLocalDate(), Objects.requireNonNullElse(charge.model(), ""));
  }

  /**
   * Beside what the provider says; where it does not tell models apart, all of them together.
   *
   * @param told with nothing on its side where it has not told
   */
  List<Line> beside(Statement told) {
    List<Statement.Line> theirs = told instanceof Statement.Told some ? some.lines() : List.of();
    boolean byModel =
        !(told instanceof Statement.Told)
            || source().map(Statement.Source::tellsModels).orElse(true);
    Map<Cell, Pair> pairs = new TreeMap<>();
    shares.forEach(
        (cell, share) ->
            pairs.merge(
                byModel ? cell : cell.ofAllModels(), new Pair(share, BigDecimal.ZERO), Pair::plus));
    theirs.forEach(
        line ->
            pairs.merge(
                new Cell(line.day(), Objects.requireNonNullElse(line.model(), "")),
                new Pair(Share.NONE, line.usd()),
                Pair::plus));
    return pairs.entrySet().stream()
        .map(entry -> new Line(entry.getKey().day(), entry.getKey().model(), entry.getValue()))
        .toList();
  }
}
