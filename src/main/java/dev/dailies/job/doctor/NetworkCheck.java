package dev.dailies.job.doctor;

import dev.dailies.job.run.ExitCode;
import dev.dailies.pacing.StopReason;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.http.network.Proxies;
import dev.dailies.text.PlainText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Does a provider answer: is its name known, its certificate good, and the way to it open? */
final class NetworkCheck implements Check {

  private static final int LONGEST = 300;

  private final Subject subject;
  private final List<Visit> visits;
  private final List<StopReason> reasons;
  private final Proxies proxies;

  /**
   * @param reasons why nothing is sent there, as far as that was known before anybody was asked
   */
  NetworkCheck(String provider, List<Visit> visits, List<StopReason> reasons, Proxies proxies) {
    this.subject = new Subject("network", provider);
    this.visits = visits;
    this.reasons = reasons;
    this.proxies = proxies;
  }

  @Override
  public List<Finding> look() {
    List<Finding> found = new ArrayList<>();
    reasons.forEach(
        reason ->
            found.add(
                subject.failure(
                    ExitCode.INPUT, reason.text(), "correct it, or set dailies.proxy")));
    List<Visit> unreached = visits.stream().filter(Visit::isUnreached).toList();
    List<Visit> reached = visits.stream().filter(visit -> !visit.isUnreached()).toList();
    if (reasons.isEmpty()) {
      unreached.forEach(visit -> found.add(unreached(visit, reached.isEmpty())));
    }
    reached.stream().filter(Visit::isWithoutTheRoute).forEach(visit -> found.add(strange(visit)));
    if (!reached.isEmpty() && reached.stream().noneMatch(Visit::isWithoutTheRoute)) {
      found.add(
          subject.ok(
              reached.stream()
                  .map(visit -> visit.address() + through(visit.address()))
                  .collect(Collectors.joining(", ", "", " answers"))));
    }
    return found.isEmpty() ? List.of(subject.ok("nothing of it is asked beforehand")) : found;
  }

  private Finding strange(Visit visit) {
    return subject.warning(
        "%s answers, but not to what is asked beforehand: %s"
            .formatted(visit.address(), PlainText.oneLine(visit.why(), LONGEST)),
        "see whether base-url is right");
  }

  /** Where another server does the work too, one is not missed. */
  private Finding unreached(Visit visit, boolean isTheLast) {
    String found =
        "%s%s cannot be used: %s"
            .formatted(
                visit.address(), through(visit.address()), PlainText.oneLine(visit.why(), LONGEST));
    return isTheLast
        ? subject.failure(code(visit), found, remedy(visit))
        : subject.warning(found, remedy(visit));
  }

  private static ExitCode code(Visit visit) {
    return visit.isHalt(HaltCause.CREDENTIALS)
        ? ExitCode.CREDENTIALS
        : visit.isHalt(HaltCause.ACCOUNT) ? ExitCode.ACCOUNT : ExitCode.UNAVAILABLE;
  }

  private String remedy(Visit visit) {
    boolean isProxied = !through(visit.address()).isEmpty();
    return isProxied
        ? "look at the proxy (dailies.proxy, dailies.no-proxy), and at base-url"
        : "look whether it is up, and at base-url and the network";
  }

  private String through(String address) {
    return proxies
        .named(URI.create(address))
        .map(proxy -> " through the proxy " + proxy)
        .orElse("");
  }
}
