package dev.dailies.job.reconcile;

import dev.dailies.job.reconcile.Reconciled.Line;
import dev.dailies.job.run.Providers;
import dev.dailies.ledger.Charge;
import dev.dailies.ledger.Charges;
import dev.dailies.provider.Statement;
import dev.dailies.report.Place;
import dev.dailies.report.money.Share;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was spent against what providers say that they have charged. Asks over the network
 * what is free to ask; changes nothing.
 */
public final class Reconciliation {

  private static final Statement SILENT = new Statement.Silent();
  private static final int USUAL_DAYS = 90;

  /** More cannot be read one by one. */
  private static final int MOST_SUSPECTS = 1_000;

  private final Charges charges;
  private final Providers providers;
  private final Looks looks;
  private final Function<String, Place> whereToLook;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * @param whereToLook where a person finds out what was sent, by the provider's name
   * @param zone where days begin if a provider says nothing of them
   */
  Reconciliation(
      Charges charges,
      Providers providers,
      Looks looks,
      Function<String, Place> whereToLook,
      ZoneId zone,
      Clock clock) {
    this.charges = charges;
    this.providers = providers;
    this.looks = looks;
    this.whereToLook = whereToLook;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * All providers that something was sent to, by their names.
   *
   * @param since the first day; null for the day on which the folder's first task was sent, but not
   *     longer ago than 90 days
   */
  public List<Reconciled> reconcile(@Nullable LocalDate since) {
    Map<String, Book> books = new TreeMap<>();
    LocalDate first = since == null ? today(zone).minusDays(USUAL_DAYS - 1) : since;
    charges.forEach(
        charge -> books.computeIfAbsent(charge.provider(), name -> book(name, first)).add(charge));
    return books.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> reconciled(entry.getKey(), entry.getValue(), since))
        .toList();
  }

  private Book book(String name, LocalDate since) {
    return new Book(providers.findQuietly(name).orElse(null), zone, since);
  }

  private LocalDate today(ZoneId there) {
    return LocalDate.now(clock.withZone(there));
  }

  private Reconciled reconciled(String name, Book book, @Nullable LocalDate since) {
    LocalDate today = today(book.zone());
    LocalDate from = since == null ? book.firstDay().orElse(today) : since;
    Statement told = book.source().map(one -> ask(one, from, today)).orElse(SILENT);
    List<Line> lines = book.beside(told);
    Difference difference = told instanceof Statement.Told ? Difference.of(lines) : Difference.NONE;
    List<Suspect> suspects = difference.isEmpty() ? List.of() : suspects(name, book, difference);
    return new Reconciled(
        name,
        told instanceof Statement.Silent ? null : book.scope(),
        book.zone(),
        from,
        today,
        told instanceof Statement.Untold untold ? untold.obstacle() : null,
        lines,
        book.elsewhere(),
        suspects.stream().filter(Suspect::isSpecial).toList(),
        asExpected(suspects),
        unexplained(difference.sum(lines), suspects),
        whereToLook.apply(name).where());
  }

  private static Share asExpected(List<Suspect> suspects) {
    return suspects.stream()
        .filter(suspect -> !suspect.isSpecial())
        .map(suspect -> new Share(1, suspect.charge().cost()))
        .reduce(Share.NONE, Share::plus);
  }

  /** Asks in as many questions as it takes. */
  private static Statement ask(Statement.Source source, LocalDate from, LocalDate to) {
    List<Statement.Line> lines = new ArrayList<>();
    LocalDate end = to.plusDays(1);
    for (LocalDate start = from; start.isBefore(end); start = start.plusDays(source.mostDays())) {
      LocalDate first = start;
      LocalDate most = start.plusDays(source.mostDays());
      LocalDate before = most.isBefore(end) ? most : end;
      Statement statement = source.between(first, before);
      if (!(statement instanceof Statement.Told told)) {
        return statement;
      }
      // What is told of other days would count twice.
      told.lines().stream()
          .filter(line -> !line.day().isBefore(first) && line.day().isBefore(before))
          .forEach(lines::add);
    }
    return new Statement.Told(lines);
  }

  private List<Suspect> suspects(String name, Book book, Difference difference) {
    List<Suspect> found = new ArrayList<>();
    charges.forEach(
        charge -> {
          if (found.size() < MOST_SUSPECTS && isThere(charge, name, book, difference)) {
            Suspect.of(charge).ifPresent(found::add);
          }
        });
    found.sort(Comparator.comparing(Suspect::why));
    return looks.at(book.active().orElseThrow(), found);
  }

  private static boolean isThere(Charge charge, String name, Book book, Difference difference) {
    return charge.provider().equals(name)
        && !book.isElsewhere(charge)
        && difference.isAt(book.cell(charge));
  }

  /** What is left of a difference once all suspects have explained as much of it as they can. */
  private static BigDecimal unexplained(BigDecimal difference, List<Suspect> suspects) {
    BigDecimal left = difference;
    BigDecimal less = BigDecimal.ZERO;
    BigDecimal more = BigDecimal.ZERO;
    for (Suspect suspect : suspects) {
      left = left.subtract(suspect.sure());
      less = less.add(suspect.atMostLess());
      more = more.add(suspect.atMostMore());
    }
    if (left.signum() < 0) {
      return left.add(less).min(BigDecimal.ZERO);
    }
    // What a clip cost whose price nobody has told may be any amount more.
    return suspects.stream().allMatch(Suspect::isSpecial)
        ? left.subtract(more).max(BigDecimal.ZERO)
        : BigDecimal.ZERO;
  }
}
