package dev.dailies.report.money;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskView;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a task has cost, or may have cost, over all its attempts. The names are those of the page's
 * script; what is empty is left out.
 *
 * @param usd for what a provider took
 * @param perhaps for what nobody knows that a provider took: in doubt, or given up so
 * @param unknown how many of these attempts have no price
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Paid(@Nullable BigDecimal usd, @Nullable BigDecimal perhaps, @Nullable Long unknown) {

  /** Null if it has cost nothing for certain. */
  public static @Nullable Paid of(TaskView view, TaskQueries queries) {
    Money money = view.task().attempts() > 1 ? queries.money(view.task()) : ofTheOnly(view);
    Paid paid =
        new Paid(
            orNull(money.spent().usd()),
            orNull(money.inDoubt().usd().add(money.settledDoubts().usd())),
            money.unpriced() == 0 ? null : money.unpriced());
    return paid.equals(new Paid(null, null, null)) ? null : paid;
  }

  private static Money ofTheOnly(TaskView view) {
    Optional<SentAttempt> attempt = Optional.ofNullable(view.attempt());
    return new Money(
        attempt.filter(SentAttempt::wasTaken).map(SentAttempt::cost).orElse(Cost.ZERO),
        attempt.filter(SentAttempt::isUnknown).map(SentAttempt::cost).orElse(Cost.ZERO));
  }

  private static @Nullable BigDecimal orNull(BigDecimal usd) {
    return usd.signum() == 0 ? null : Amounts.plain(usd);
  }
}
