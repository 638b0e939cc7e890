package dev.dailies.job.doctor;

import dev.dailies.job.plan.CapOutlook;
import dev.dailies.job.plan.SendTable.OfModel;
import dev.dailies.job.run.ExitCode;
import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.budget.Cap.Measure;
import dev.dailies.ledger.budget.CapUse;
import dev.dailies.text.Count;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Do the caps let the night through, and does anybody have to agree to it first? */
final class CapCheck implements Check {

  private final Subject subject = Subject.of("budget");
  private final List<CapUse> uses;
  private final CapOutlook outlook;
  private final @Nullable Finding approval;

  /**
   * @param approval what is to be approved first; null if nothing is
   */
  CapCheck(List<CapUse> uses, CapOutlook outlook, @Nullable Finding approval) {
    this.uses = uses;
    this.outlook = outlook;
    this.approval = approval;
  }

  @Override
  public List<Finding> look() {
    List<Finding> found = new ArrayList<>();
    outlook.withoutPrice().forEach(model -> found.add(withoutPrice(model)));
    outlook.tooSmall().forEach(use -> found.add(tooSmall(use)));
    if (approval != null) {
      found.add(approval);
    }
    return found.isEmpty() ? List.of(subject.ok(enough())) : found;
  }

  /** What a person has to agree to before it is sent. */
  static Finding approval(String wanted, String limit, String digest) {
    return Subject.of("budget")
        .warning(
            "a run asks before it sends %s, which is above confirm-above: %s"
                .formatted(wanted, limit),
            "where nobody can be asked, give it --approve=" + digest);
  }

  private Finding withoutPrice(OfModel model) {
    long takes = model.share().expected().unpriced();
    return subject.failure(
        ExitCode.LIMIT,
        "nobody knows what %s costs, so %s of it %s not sent under a budget"
            .formatted(
                Objects.requireNonNullElse(model.model(), model.provider()),
                Count.of(takes, "take"),
                takes == 1 ? "is" : "are"),
        "say what to count by budget.unknown-price, as in 0.50");
  }

  private Finding tooSmall(CapUse use) {
    return subject.warning(
        "%s wanted, and %s left of %s"
            .formatted(are(use, outlook.wanted(use.cap())), are(use, use.left()), use.cap().name()),
        "the rest waits, unless you raise " + use.cap().setting());
  }

  private static String are(CapUse use, BigDecimal amount) {
    return use.cap().measure() == Measure.USD
        ? Amounts.dollars(amount) + " are"
        : Count.of(amount.longValue(), "task") + (amount.longValue() == 1 ? " is" : " are");
  }

  private String enough() {
    return uses.isEmpty()
        ? "no cap is set"
        : uses.stream()
            .map(use -> use.told() + " are used")
            .collect(Collectors.joining(", ", "", ", and the rest is enough"));
  }
}
