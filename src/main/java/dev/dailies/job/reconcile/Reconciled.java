package dev.dailies.job.reconcile;

import dev.dailies.provider.Submission;
import dev.dailies.report.money.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was spent at a provider, beside what it says.
 *
 * @param provider by the name that rows use
 * @param scope whose charges it tells; null if it tells of none
 * @param zone in which days begin
 * @param from the first day
 * @param to the last one
 * @param obstacle why it could not be asked; null if it has told, or never tells
 * @param lines by day and model
 * @param elsewhere what was sent to addresses that the settings no longer name, and is in no line
 * @param suspects tasks that may explain a difference
 * @param asExpected clips that count as expected, since what each cost is not told: a wrong price
 *     may explain it too
 * @param unexplained how much of the difference they do not, in US dollars; 0 if they may explain
 *     all
 * @param whereToLook where a person finds out, as the end of "look …"
 */
public record Reconciled(
    String provider,
    @Nullable String scope,
    ZoneId zone,
    LocalDate from,
    LocalDate to,
    Submission.@Nullable NothingCreated obstacle,
    List<Line> lines,
    Share elsewhere,
    List<Suspect> suspects,
    Share asExpected,
    BigDecimal unexplained,
    String whereToLook) {

  /**
   * A day's amounts of one model.
   *
   * @param model empty where none was named, or where models are not told apart
   * @param pair where the provider has not told, with nothing on its side
   */
  public record Line(LocalDate day, String model, Pair pair) {}

  /** True if there is something to compare with. */
  public boolean hasTold() {
    return scope != null && obstacle == null;
  }

  /** The sum of all lines. */
  public Pair all() {
    return lines.stream().map(Line::pair).reduce(Pair.NONE, Pair::plus);
  }

  /**
   * True if the money differs: not only its days, as of a task that was sent before midnight and
   * charged after it.
   */
  public boolean differs() {
    return hasTold() && !Difference.of(lines).isEmpty();
  }
}
