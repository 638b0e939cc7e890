package dev.dailies.job.doubt;

import dev.dailies.job.run.Providers;
import dev.dailies.job.run.Signal;
import dev.dailies.job.run.Slot;
import dev.dailies.job.run.StopReasons;
import dev.dailies.job.run.TimeLimit;
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
public final class Reconciler {

  private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final OpenTasks tasks;
  private final Ledger ledger;
  private final Providers providers;
  private final StopReasons stops;
  private final Signal signal;
  private final TimeLimit timeLimit;
  private final Map<Long, Question> questions = new HashMap<>();

  /** Doubts that stay, since nobody can be asked, or nobody answers. */
  private final Set<Long> left = new HashSet<>();

  /** True while the whole run waits for the answers, so that its patience is short. */
  private boolean othersWait;

  Reconciler(
      OpenTasks tasks,
      Ledger ledger,
      Providers providers,
      StopReasons stops,
      Signal signal,
      TimeLimit timeLimit) {
    this.tasks = tasks;
    this.ledger = ledger;
    this.providers = providers;
    this.stops = stops;
    this.signal = signal;
    this.timeLimit = timeLimit;
  }

  /**
   * Settles what earlier runs have left in doubt, before the manifest is read: a row that was
   * edited since can be taken up at once then. Nothing else happens meanwhile, so a server that
   * does not answer is soon left alone.
   *
   * @return false if a stop or the time limit came first
   */
  public boolean settleOldOnes() {
    expectOthersToWait(true);
    while (!stops.isStopped() && !isDone()) {
      long seen = signal.count();
      Duration wait = askDueOnes().orElse(LOOK_AGAIN);
      signal.await(seen, wait.compareTo(LOOK_AGAIN) < 0 ? wait : LOOK_AGAIN);
    }
    expectOthersToWait(false);
    return !stops.isStopped() && !timeLimit.isOver();
  }

  /** Starts the looks that are due and have a slot; says how long until the next one is. */
  public synchronized Optional<Duration> askDueOnes() {
    if (timeLimit.isOver()) {
      leaveTheRest();
      return Optional.empty();
    }
    takeUpNewOnes();
    questions.values().stream().filter(Question::isDue).forEach(this::askIfSlotIsFree);
    return questions.values().stream()
        .map(Question::untilDue)
        .min(Comparator.naturalOrder())
        .filter(wait -> !wait.isZero());
  }

  /** True if no doubt is left that a provider could still settle in this run. */
  public synchronized boolean isDone() {
    takeUpNewOnes();
    return questions.isEmpty();
  }

  /**
   * Asks no more about what is in doubt now. Before the manifest is read this must be said of what
   * is old: planned again after that, it could be sent with a text that was edited since.
   */
  public synchronized void leaveTheRest() {
    takeUpNewOnes();
    left.addAll(questions.keySet());
    questions.clear();
  }

  private synchronized void expectOthersToWait(boolean wait) {
    othersWait = wait;
  }

  private void takeUpNewOnes() {
    Set<Long> inDoubt = tasks.idsIn(TaskState.IN_DOUBT);
    questions.keySet().retainAll(inDoubt);
    left.retainAll(inDoubt);
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
        .findQuietly(Objects.requireNonNull(doubt.task().provider()))
        .filter(slot -> slot.provider().recovery() instanceof LookUp)
        .map(slot -> question(doubt, slot, (LookUp) slot.provider().recovery()));
  }

  private Question question(Doubt doubt, Slot slot, LookUp lookUp) {
    Duration usual = slot.settings().giveUpAfter();
    Duration allLooks = lookUp.pause().multipliedBy(lookUp.looks());
    boolean isShort = othersWait && allLooks.compareTo(usual) < 0;
    return new Question(doubt, slot, lookUp, isShort ? allLooks : usual);
  }

  private void askIfSlotIsFree(Question question) {
    if (question.slot().pollLane().hasFreeSlot()) {
      question.start();
      question.slot().pollLane().execute(() -> ask(question));
    }
  }

  private void ask(Question question) {
    question.slot().lookTurns().await(stops::isStopped);
    if (stops.isStopped()) {
      return;
    }
    Doubt doubt = question.doubt();
    Sighting sighting = question.lookUp().finder().find(doubt.id(), doubt.request());
    log.info("{} in doubt: {}", doubt.task().name(), sighting);
    if (sighting instanceof Sighting.Found found) {
      adopt(question, found);
    } else if (sighting instanceof Sighting.Absent absent) {
      if (question.isCertainlyAbsent()) {
        sendAgain(question, absent.evidence());
      }
    } else if (sighting instanceof Sighting.Untold
        || question.isHopeless()
        || isPointless(question)) {
      leave(question);
    }
  }

  /** Nothing more is sent in this run anyway, so an answer is not waited for. */
  private boolean isPointless(Question question) {
    return stops.isDrained() || question.slot().gate().stopReason().isPresent();
  }

  private synchronized void adopt(Question question, Sighting.Found found) {
    questions.remove(question.doubt().task().id(), question);
    ledger.submitted(question.doubt().task(), found.ticket(), null, found.evidence());
  }

  /** What was put back from the journal cannot be sent before a plan has seen its row again. */
  private void sendAgain(Question question, Evidence evidence) {
    if (question.doubt().task().shot() == null) {
      leave(question);
    } else {
      planAgain(question, evidence);
    }
  }

  /** An answer that comes after the question was left must not make anything PLANNED any more. */
  private synchronized void planAgain(Question question, Evidence evidence) {
    if (questions.remove(question.doubt().task().id(), question)) {
      String why = "the provider does not know it: it was never taken, or forgotten with a restart";
      ledger.planAgain(question.doubt().task(), new Cause(null, why, evidence));
    }
  }

  private synchronized void leave(Question question) {
    if (questions.remove(question.doubt().task().id(), question)) {
      left.add(question.doubt().task().id());
    }
  }
}
