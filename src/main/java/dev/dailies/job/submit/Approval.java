package dev.dailies.job.submit;

import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.Approvals;
import dev.dailies.ledger.Approvals.Wanted;
import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.Plans;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.Count;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Has a person agree once to what a run would cost, where that is more than a setting allows. */
public final class Approval {

  private final Approvals approvals;
  private final Plans plans;
  private final JobSetup setup;
  private final @Nullable BigDecimal above;

  Approval(Approvals approvals, Plans plans, JobSetup setup) {
    this.approvals = approvals;
    this.plans = plans;
    this.setup = setup;
    this.above = setup.confirmAbove();
  }

  /**
   * What a run would send that needs to be approved.
   *
   * @param digest names it
   * @param isNeeded false if it costs less than a person wants to be asked for
   */
  public record Question(String digest, long tasks, Cost cost, boolean isNeeded) {

    /** As in {@code 300 tasks for $96}. */
    public String told() {
      String usd = Amounts.dollars(cost.usd());
      String unknown =
          cost.unpriced() == 0
              ? ""
              : " and %s of unknown price".formatted(Count.of(cost.unpriced(), "task"));
      return "%s for %s%s".formatted(Count.of(tasks, "task"), usd, unknown);
    }
  }

  /** The question as things stand; empty if nothing is left to send that nobody has approved. */
  public Optional<Question> question() {
    Wanted wanted = approvals.wanted(plan(), isSample(), addresses());
    return wanted.tasks() == 0 ? Optional.empty() : Optional.of(question(wanted));
  }

  private Question question(Wanted wanted) {
    Integer limit = setup.settings().limit();
    long most = limit == null ? wanted.tasks() : Math.min(limit, wanted.tasks());
    Cost cost = wanted.ofDearest(most);
    BigDecimal from = above;
    boolean isNeeded = from != null && (cost.unpriced() > 0 || cost.usd().compareTo(from) > 0);
    String digest = limit == null ? wanted.digest() : wanted.digestOf(limit);
    return new Question(digest, most, cost, isNeeded);
  }

  /** Why nothing new may be sent; empty if it may. Keeps an approval that was given. */
  Optional<StopReason> objection() {
    if (above == null) {
      return Optional.empty();
    }
    Optional<Question> needed = question().filter(Question::isNeeded);
    String given = setup.settings().approve();
    if (needed.isPresent() && needed.get().digest().equals(given)) {
      // Which tasks a limit leaves is not known before: those are agreed to for this run alone.
      if (setup.settings().limit() == null) {
        approvals.approve(plan(), isSample(), addresses());
      }
      return Optional.empty();
    }
    return needed.map(question -> StopReason.of(Kind.APPROVAL, why(question, given)));
  }

  private String why(Question question, @Nullable String given) {
    String text =
        "nothing new is sent: it would be %s, which is above confirm-above: %s"
            .formatted(question.told(), setup.settings().confirmAbove());
    return given == null
        ? text
        : text + "; %s approves something else, or was used already".formatted(given);
  }

  private long plan() {
    return plans.newest().filter(Plan::isAdmitted).map(Plan::number).orElse(0L);
  }

  private boolean isSample() {
    return setup.settings().sample() != null;
  }

  private Map<String, String> addresses() {
    Map<String, String> addresses = new TreeMap<>();
    setup
        .providerNames()
        .forEach(name -> addresses.put(name, String.valueOf(setup.provider(name).baseUrl())));
    return addresses;
  }
}
