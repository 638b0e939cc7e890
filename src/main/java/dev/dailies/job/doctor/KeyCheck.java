package dev.dailies.job.doctor;

import dev.dailies.job.run.ExitCode;
import dev.dailies.text.PlainText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Is there a key, and is it accepted? */
final class KeyCheck implements Check {

  private static final int LONGEST = 200;

  private final Subject subject;
  private final @Nullable String place;
  private final Optional<String> problem;
  private final List<Visit> visits;

  /**
   * @param place where the key is, or is to be; null if the provider works without one
   * @param problem why it cannot be sent; empty if it can
   */
  KeyCheck(String provider, @Nullable String place, Optional<String> problem, List<Visit> visits) {
    this.subject = new Subject("key", provider);
    this.place = place;
    this.problem = problem;
    this.visits = visits;
  }

  @Override
  public List<Finding> look() {
    if (place != null && problem.isPresent()) {
      return List.of(
          subject.failure(ExitCode.CREDENTIALS, problem.get(), "set %s".formatted(place)));
    }
    return visits.stream()
        .filter(Visit::isRefused)
        .findFirst()
        .map(visit -> List.of(refused(visit)))
        .orElseGet(this::accepted);
  }

  private Finding refused(Visit visit) {
    return subject.failure(
        ExitCode.CREDENTIALS,
        PlainText.oneLine(visit.why(), LONGEST),
        place == null
            ? "set api-key or headers as the proxy in front of it wants them"
            : "set %s to a key of the account that shall pay".formatted(place));
  }

  private List<Finding> accepted() {
    boolean isAccepted = visits.stream().anyMatch(visit -> visit.account().obstacle() == null);
    return place != null && isAccepted
        ? List.of(subject.ok("it is accepted (%s)".formatted(place)))
        : List.of();
  }
}
