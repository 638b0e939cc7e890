package dev.dailies.cli;

import dev.dailies.job.run.RunStatus;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The status of a run in words, for a terminal. */
final class StatusBlock {

  private StatusBlock() {}

  /** A few lines, for a view that is updated in place. */
  static List<String> lines(RunStatus status, Throughput throughput, StateBar bar) {
    List<String> lines = new ArrayList<>();
    lines.add(bar.of(status) + "  " + clock(status));
    lines.add(counts(status));
    lines.add(facts(status, throughput));
    status.waitsFor().forEach((provider, wait) -> lines.add(provider + ": " + wait));
    status.stopReasons().forEach(reason -> lines.add("stopped sending: " + reason));
    return lines;
  }

  /** The status on one line, for a log. */
  static String line(RunStatus status) {
    String waits =
        status.waitsFor().entrySet().stream()
            .map(wait -> "; " + wait.getKey() + ": " + wait.getValue())
            .collect(Collectors.joining());
    return clock(status) + "  " + counts(status) + waits;
  }

  private static String clock(RunStatus status) {
    return Formats.elapsed(Duration.between(status.startedAt(), status.at()));
  }

  private static String counts(RunStatus status) {
    return status.counts().isEmpty()
        ? "reading the manifest"
        : status.counts().entrySet().stream()
            .map(entry -> entry.getValue() + " " + Formats.state(entry.getKey()))
            .collect(Collectors.joining(", "));
  }

  private static String facts(RunStatus status, Throughput throughput) {
    List<String> facts = new ArrayList<>();
    facts.add(money(status));
    throughput.perMinute().map(StatusBlock::pace).ifPresent(facts::add);
    if (status.count(TaskState::isOpen) > 0) {
      throughput
          .timeLeft()
          .map(left -> "about " + Formats.elapsed(left) + " left")
          .ifPresent(facts::add);
    }
    return String.join(", ", facts);
  }

  /** Money counts as in doubt also while a request is on the wire, which is no reason for alarm. */
  private static String money(RunStatus status) {
    Money money = status.money();
    boolean doubtful = status.count(state -> state == TaskState.IN_DOUBT) > 0;
    return Formats.dollars(money.spent().usd())
        + " spent"
        + (doubtful ? ", " + Formats.dollars(money.inDoubt().usd()) + " in doubt" : "")
        + Formats.unpriced(", ", money.unpriced(), "task");
  }

  private static String pace(double perMinute) {
    return String.format(Locale.ROOT, perMinute < 10 ? "%.1f" : "%.0f", perMinute) + " a minute";
  }
}
