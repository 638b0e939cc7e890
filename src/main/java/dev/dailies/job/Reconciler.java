package dev.dailies.job;

import dev.dailies.ledger.Cause;
import dev.dailies.ledger.Doubt;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.TaskState;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Recovery.LookUp;
import dev.dailies.provider.Recovery.Sighting;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles doubts where the provider can be asked by our own id: what it has is adopted; what it
 * certainly has not is planned again; any other doubt stays.
 */
final class Reconciler {

  private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final OpenTasks tasks;
  private final Ledger ledger;
  private final Providers providers;
  private final StopReasons stops;
  private final Signal signal;
  private final Map<Long, Question> questions = new HashMap<>();

  /** Doubts that stay, since nobody can be asked, or nobody answers. */
  private final Set<Long> left = new HashSet<>();

  Reconciler(
      OpenTasks tasks, Ledger ledger, Providers providers, StopReasons stops, Signal signal) {
    this.tasks = tasks;
    this.ledger = ledger;
    this.providers = providers;
    this.stops = stops;
    this.signal = signal;
  }

  /**
   * Settles what earlier runs have left in doubt, before the manifest is read: a row that was
   * edited since can be taken up at once then, and its old text is never sent.
   */
  void settleOldOnes() {
    while (!stops.isStopped() && !isDone()) {
      long seen = signal.count();
      Duration wait = askDueOnes().orElse(LOOK_AGAIN);
      signal.await(seen, wait.compareTo(LOOK_AGAIN) < 0 ? wait : LOOK_AGAIN);
    }
    leaveTheRest();
  }

  /** Starts the looks that are due and have a slot; says how long until the next one is. */
  synchronized Optional<Duration> askDueOnes() {
    takeUpNewOnes();
    questions.values().stream().filter(Question::isDue).forEach(this::askIfSlotIsFree);
    return questions.values().stream()
        .map(Question::untilDue)
        .min(Comparator.naturalOrder())
        .filter(wait -> !wait.isZero());
  }

  /** True if no doubt is left that a provider could still settle in this run. */
  synchronized boolean isDone() {
    takeUpNewOnes();
    return questions.isEmpty();
  }

  /** Asks no more about what is still open. */
  synchronized void leaveTheRest() {
    left.addAll(questions.keySet());
    questions.clear();
  }

  private void takeUpNewOnes() {
    Set<Long> inDoubt = tasks.idsIn(TaskState.IN_DOUBT);
    questions.keySet().retainAll(inDoubt);
    for (Long id : inDoubt) {
      if (!left.contains(id) && !questions.containsKey(id)) {
        tasks
            .doubt(id)
            .flatMap(this::question)
            .ifPresentOrElse(question -> questions.put(id, question), () -> left.add(id));
      }
    }
  }

  private Optional<Question> question(Doubt doubt) {
    return providers
        .find(Objects.requireNonNull(doubt.task().provider()))
        .filter(slot -> slot.provider().recovery() instanceof LookUp)
        .map(slot -> new Question(doubt, slot, (LookUp) slot.provider().recovery()));
  }

  private void askIfSlotIsFree(Question question) {
    if (question.slot().pollLane().hasFreeSlot()) {
      question.start();
      question.slot().pollLane().execute(() -> ask(question));
    }
  }

  private void ask(Question question) {
    Doubt doubt = question.doubt();
    Sighting sighting = question.lookUp().finder().find(doubt.id(), doubt.request());
    log.info("{} in doubt: {}", doubt.task().name(), sighting);
    if (sighting instanceof Sighting.Found found) {
      ledger.submitted(doubt.task(), found.ticket(), null, found.evidence());
    } else if (sighting instanceof Sighting.Absent absent) {
      absent(question, absent.evidence());
    } else if (question.isHopeless()) {
      leave(doubt);
    }
  }

  private void absent(Question question, Evidence evidence) {
    if (question.isCertainlyAbsent()) {
      String why = "the provider does not have it, so it was never taken";
      ledger.planAgain(question.doubt().task(), new Cause(null, why, evidence));
    }
  }

  private synchronized void leave(Doubt doubt) {
    questions.remove(doubt.task().id());
    left.add(doubt.task().id());
  }
}
