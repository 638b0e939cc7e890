package dev.dailies.job.doubt;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Agenda;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.Cause;
import dev.dailies.ledger.Doubt;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.Troubles;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Recovery.LookUp;
import dev.dailies.provider.Recovery.Sighting;
import java.time.Duration;
import java.util.HashSet;
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

  /** What an inquiry is for. */
  private static final String ASK = "cannot ask what became of doubts at";

  private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

  private final OpenTasks tasks;
  private final Ledger ledger;
  private final Providers providers;
  private final RunControl run;
  private final Agenda<DoubtInquiry> inquiries =
      new Agenda<>(DoubtInquiry::timer, inquiry -> inquiry.active().pollPool());

  /** Doubts that stay, since nobody can be asked, or nobody answers. */
  private final Set<Long> left = new HashSet<>();

  /** True while the whole run waits for the answers, so that its patience is short. */
  private boolean othersWait;

  Reconciler(OpenTasks tasks, Ledger ledger, Providers providers, RunControl run) {
    this.tasks = tasks;
    this.ledger = ledger;
    this.providers = providers;
    this.run = run;
  }

  /**
   * Settles what earlier runs have left in doubt, before the manifest is read: a row that was
   * edited since can be taken up at once then. Nothing else happens meanwhile, so a server that
   * does not answer is soon left alone.
   *
   * @return false if a stop or the time limit came first
   */
  boolean settleOldOnes() {
    expectOthersToWait(true);
    run.loop(this::askDueOnes, this::isDone);
    expectOthersToWait(false);
    return !run.isStopped() && !run.isTimeUp();
  }

  /** Asks where it is due and a slot is free; says how long until more is due. */
  public synchronized Optional<Duration> askDueOnes() {
    if (run.isTimeUp()) {
      leaveTheRest();
      return Optional.empty();
    }
    takeUpNewOnes();
    return inquiries.startDue(this::ask);
  }

  /** True if no doubt is left that a provider could still settle in this run. */
  public synchronized boolean isDone() {
    takeUpNewOnes();
    return inquiries.tasks().isEmpty();
  }

  /**
   * Asks no more about what is in doubt now. Before the manifest is read this must be said of what
   * is old: planned again after that, it could be sent with a text that was edited since.
   */
  synchronized void leaveTheRest() {
    takeUpNewOnes();
    left.addAll(inquiries.tasks());
    inquiries.clear();
  }

  private synchronized void expectOthersToWait(boolean wait) {
    othersWait = wait;
  }

  private void takeUpNewOnes() {
    Set<Long> inDoubt = tasks.idsIn(TaskState.IN_DOUBT);
    left.retainAll(inDoubt);
    Set<Long> open = new HashSet<>(inDoubt);
    open.removeAll(left);
    inquiries.follow(open, this::takeUp);
  }

  private Optional<DoubtInquiry> takeUp(long task) {
    Optional<DoubtInquiry> inquiry = tasks.doubt(task).flatMap(this::inquiry);
    if (inquiry.isEmpty()) {
      left.add(task);
    }
    return inquiry;
  }

  private Optional<DoubtInquiry> inquiry(Doubt doubt) {
    return providers
        .findQuietly(Objects.requireNonNull(doubt.task().provider()))
        .filter(active -> active.provider().recovery() instanceof LookUp)
        .map(active -> inquiry(doubt, active, (LookUp) active.provider().recovery()));
  }

  private DoubtInquiry inquiry(Doubt doubt, ActiveProvider active, LookUp lookUp) {
    Duration usual = active.settings().giveUpAfter();
    Duration untilCertain = lookUp.pause().multipliedBy(lookUp.looks());
    boolean isShort = othersWait && untilCertain.compareTo(usual) < 0;
    return new DoubtInquiry(doubt, active, lookUp, isShort ? untilCertain : usual);
  }

  private void ask(DoubtInquiry inquiry) {
    inquiry.active().pollPacer().await(run::isStopped);
    if (run.isStopped()) {
      return;
    }
    Doubt doubt = inquiry.doubt();
    Sighting sighting = inquiry.lookUp().finder().find(doubt.id(), doubt.request());
    log.info("{} in doubt: {}", doubt.task().name(), sighting);
    tell(inquiry, sighting);
    if (sighting instanceof Sighting.Found found) {
      adopt(inquiry, found);
    } else if (sighting instanceof Sighting.Absent absent) {
      if (inquiry.isCertainlyAbsent()) {
        sendAgain(inquiry, absent.evidence());
      }
    } else if (sighting instanceof Sighting.Untold
        || inquiry.isHopeless()
        || isPointless(inquiry)) {
      leave(inquiry);
    }
  }

  /** People see for whose answer the run waits. */
  private static void tell(DoubtInquiry inquiry, Sighting sighting) {
    Troubles troubles = inquiry.active().troubles();
    String address = inquiry.doubt().request().baseUrl();
    if (sighting instanceof Sighting.Unclear unclear) {
      troubles.failed(ASK, address, unclear.reason(), inquiry.lookUp().pause());
    } else {
      troubles.passed(ASK, address);
    }
  }

  /** Nothing more is sent in this run anyway, so an answer is not waited for. */
  private boolean isPointless(DoubtInquiry inquiry) {
    return run.isDrained() || inquiry.active().gate().stopReason().isPresent();
  }

  private synchronized void adopt(DoubtInquiry inquiry, Sighting.Found found) {
    inquiries.remove(inquiry.doubt().task().id(), inquiry);
    ledger.submitted(inquiry.doubt().task(), found.ticket(), null, found.evidence());
  }

  /** What was put back from the journal cannot be sent before a plan has seen its row again. */
  private void sendAgain(DoubtInquiry inquiry, Evidence evidence) {
    if (inquiry.doubt().task().shot() == null) {
      leave(inquiry);
    } else {
      planAgain(inquiry, evidence);
    }
  }

  /** An answer that comes after the doubt was left must not make anything PLANNED any more. */
  private synchronized void planAgain(DoubtInquiry inquiry, Evidence evidence) {
    if (inquiries.remove(inquiry.doubt().task().id(), inquiry)) {
      String why = "the provider does not know it: it was never taken, or forgotten with a restart";
      ledger.absent(inquiry.doubt().task(), new Cause(null, why, evidence));
    }
  }

  private synchronized void leave(DoubtInquiry inquiry) {
    if (inquiries.remove(inquiry.doubt().task().id(), inquiry)) {
      left.add(inquiry.doubt().task().id());
    }
  }
}
