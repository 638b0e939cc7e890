package dev.dailies.job.doctor;

import dev.dailies.job.plan.SendTable.OfModel;
import dev.dailies.job.run.ExitCode;
import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.Cost;
import dev.dailies.provider.Account;
import dev.dailies.provider.Account.ModelLimit;
import dev.dailies.provider.Price;
import dev.dailies.text.Count;
import java.util.ArrayList;
import java.util.List;

/** Is there money enough at the provider, and may the account make so many? */
final class AccountCheck implements Check {

  private static final String REMEDY = "buy credits there, or send less by --limit or a budget";

  private final Subject subject;
  private final List<OfModel> wanted;
  private final List<Visit> visits;
  private final boolean isCurrent;
  private final boolean isPart;

  /**
   * @param wanted what is left to send there
   * @param isCurrent false if that is not known
   * @param isPart true if a run is to send only some of it
   */
  AccountCheck(
      String provider,
      List<OfModel> wanted,
      List<Visit> visits,
      boolean isCurrent,
      boolean isPart) {
    this.isPart = isPart;
    this.subject = new Subject("account", provider);
    this.wanted = isCurrent ? wanted : List.of();
    this.visits = visits;
    this.isCurrent = isCurrent;
  }

  @Override
  public List<Finding> look() {
    List<Finding> found = new ArrayList<>();
    for (Visit visit : visits) {
      if (visit.isWithoutCredits()) {
        found.add(subject.failure(ExitCode.ACCOUNT, visit.why(), REMEDY));
      } else if (visit.account().balance() != null) {
        found.add(balance(visit.account().balance()));
      }
      found.addAll(tooFew(visit.account()));
    }
    return found;
  }

  private Finding balance(Price left) {
    Cost cost =
        wanted.stream().map(model -> model.share().expected()).reduce(Cost.ZERO, Cost::plus);
    boolean costs = cost.usd().signum() > 0 || cost.unpriced() > 0;
    if (left.usd().signum() == 0 && (costs || !isCurrent)) {
      return subject.failure(ExitCode.ACCOUNT, "nothing is left to spend", REMEDY);
    }
    String unpriced =
        cost.unpriced() == 0
            ? ""
            : " besides %s of unknown price".formatted(Count.of(cost.unpriced(), "take"));
    String told =
        "%s are left%s"
            .formatted(
                Amounts.dollars(left.usd()),
                costs
                    ? ", and %s are wanted%s".formatted(Amounts.dollars(cost.usd()), unpriced)
                    : "");
    if (left.usd().compareTo(cost.usd()) >= 0) {
      return subject.ok(told);
    }
    return isPart
        ? subject.warning(told + " for all", "a run that sends some of it may have enough")
        : subject.failure(ExitCode.ACCOUNT, told, REMEDY);
  }

  private List<Finding> tooFew(Account account) {
    List<Finding> found = new ArrayList<>();
    for (ModelLimit limit : account.limits()) {
      long takes =
          wanted.stream()
              .filter(model -> limit.model().equals(model.model()))
              .mapToLong(model -> model.share().takes())
              .sum();
      if (limit.leftToday() != null && takes > limit.leftToday()) {
        found.add(
            subject.warning(
                "%s of %s are wanted, and the account may make %d more in this day of the provider's"
                    .formatted(Count.of(takes, "take"), limit.model(), limit.leftToday()),
                "the rest goes out on a later day"));
      }
    }
    return found;
  }
}
