package dev.dailies.job.doctor;

import dev.dailies.provider.Account;
import dev.dailies.text.Times;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Does this machine's clock go as the provider's? Caps by the day, and all dates, hang on it. */
final class ClockCheck implements Check {

  private static final Duration MOST = Duration.ofMinutes(2);

  private final Subject subject;
  private final List<Visit> visits;

  ClockCheck(String provider, List<Visit> visits) {
    this.subject = new Subject("clock", provider);
    this.visits = visits;
  }

  @Override
  public List<Finding> look() {
    return visits.stream()
        .map(Visit::account)
        .map(Account::clockAhead)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .max((one, other) -> one.abs().compareTo(other.abs()))
        .map(ahead -> List.of(told(ahead)))
        .orElse(List.of());
  }

  private Finding told(Duration ahead) {
    return ahead.abs().compareTo(MOST) <= 0
        ? subject.ok("it agrees with this machine's")
        : subject.warning(
            "this machine's is %s %s it"
                .formatted(Times.span(ahead.abs()), ahead.isNegative() ? "ahead of" : "behind"),
            "set this machine's: days of the budget and all dates hang on it");
  }
}
