package dev.dailies.job;

import dev.dailies.job.deliver.Handover;
import dev.dailies.job.doctor.Doctor;
import dev.dailies.job.folder.CrashRecovery;
import dev.dailies.job.folder.LedgerKeeper;
import dev.dailies.job.folder.Look;
import dev.dailies.job.folder.OutputFolder;
import dev.dailies.job.folder.OutputFolderHeldException;
import dev.dailies.job.folder.SnapshotAnswers;
import dev.dailies.job.plan.PaidAgain;
import dev.dailies.job.plan.SendEstimate;
import dev.dailies.job.plan.SendEstimates;
import dev.dailies.job.plan.SendTable;
import dev.dailies.job.plan.ServerInspections;
import dev.dailies.job.reconcile.Reconciliation;
import dev.dailies.job.recover.ClipRecovery;
import dev.dailies.job.report.LastRun;
import dev.dailies.job.report.ReportWriter;
import dev.dailies.job.run.ClipFiles;
import dev.dailies.job.run.FetchScope;
import dev.dailies.job.run.LastWaits;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.job.run.RunStatus;
import dev.dailies.job.settle.ChangedClips;
import dev.dailies.job.settle.MovedAddresses;
import dev.dailies.job.settle.Settling;
import dev.dailies.job.settle.Undelivered;
import dev.dailies.job.settle.Verification;
import dev.dailies.job.submit.Approval;
import dev.dailies.ledger.Charges;
import dev.dailies.ledger.Picks;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.store.LedgerSnapshot;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.Wait;
import dev.dailies.report.DoubtSheet;
import dev.dailies.report.PaidClips;
import dev.dailies.report.money.SpendTable;
import dev.dailies.settings.JobMemory;
import dev.dailies.settings.JobSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;

/**
 * An opened job: its output folder is locked, its ledger is open. Closing it writes everything out.
 */
public final class JobContext implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(JobContext.class);

  /** How often it is tried to look at a run, where each ends just then. */
  private static final int LOOKS = 4;

  private final JobSetup setup;
  private final OutputFolder folder;
  private final LedgerKeeper keeper;
  private final ConfigurableApplicationContext spring;
  private final @Nullable Look look;
  private boolean ran;

  private JobContext(
      JobSetup setup,
      OutputFolder folder,
      LedgerKeeper keeper,
      ConfigurableApplicationContext spring,
      @Nullable Look look) {
    this.look = look;
    this.setup = setup;
    this.folder = folder;
    this.keeper = keeper;
    this.spring = spring;
  }

  /**
   * Locks the output folder, then opens the ledger in it.
   *
   * @throws OutputFolderHeldException if another process holds the folder
   * @throws dev.dailies.ledger.store.UntrustedLedgerException if the ledger cannot be opened
   */
  public static JobContext open(JobSetup setup) {
    return open(setup, false);
  }

  /** Opens a job whose ledger is to be told what the clips in its folder know. */
  public static JobContext openToRecover(JobSetup setup) {
    return open(setup, true);
  }

  /**
   * The same for a command that only looks: while a run is at work there, it is given a snapshot of
   * the run's ledger.
   */
  public static JobContext openToLook(JobSetup setup) {
    for (int tries = 1; ; tries++) {
      try {
        return open(setup);
      } catch (OutputFolderHeldException held) {
        if (setup.settings().ledgerUrl() != null || tries == LOOKS) {
          throw held;
        }
        Path output = setup.files().output();
        Optional<Look> look = Look.at(output);
        if (look.isPresent()) {
          return open(setup, look.get());
        }
        // Once the run has ended, the ledger itself can be looked at.
        if (!Look.isOver(output)) {
          throw held;
        }
      }
    }
  }

  /**
   * The same for a plan. A list inside the output folder is only a part of the job's: to look at it
   * leaves no trace, so the job's own list stays the one that was planned last.
   */
  public static JobContext openToPlan(JobSetup setup) {
    JobContext job = openToLook(setup);
    boolean leavesATrace = job.look == null && setup.settings().ledgerUrl() == null;
    return setup.target().isPart() && leavesATrace ? letGo(job) : job;
  }

  /**
   * The same for a command that asks providers, which may take minutes: it holds no lock meanwhile,
   * so no run is kept from starting.
   */
  public static JobContext openToAsk(JobSetup setup) {
    JobContext job = openToLook(setup);
    return job.look == null && setup.settings().ledgerUrl() == null ? letGo(job) : job;
  }

  /** A look at the ledger of a job, which is closed. */
  private static JobContext letGo(JobContext job) {
    Look look;
    try (job) {
      look = Look.of(job.setup.files().output(), job.spring.getBean(LedgerSnapshot.class));
    }
    return open(job.setup, look);
  }

  /** Opens a look at a job, which is closed with it. */
  static JobContext open(JobSetup setup, Look look) {
    OutputFolder folder = look.folder();
    LedgerKeeper keeper = new LedgerKeeper(setup, folder);
    try {
      return new JobContext(setup, folder, keeper, start(setup, folder, keeper, false), look);
    } catch (RuntimeException failure) {
      look.close();
      throw failure;
    }
  }

  private static JobContext open(JobSetup setup, boolean namedByClips) {
    boolean isNew = !OutputFolder.exists(setup.files().output());
    OutputFolder folder = OutputFolder.lock(setup.files().output());
    if (isNew) {
      // To open a job takes seconds, and somebody may look at the folder meanwhile.
      JobMemory.leaveFirst(setup);
    }
    LedgerKeeper keeper = new LedgerKeeper(setup, folder);
    try {
      return new JobContext(
          setup, folder, keeper, start(setup, folder, keeper, namedByClips), null);
    } catch (RuntimeException failure) {
      folder.close();
      throw keeper.explained(failure);
    }
  }

  /** When a run was looked at that somebody else holds; empty if nobody else is at work. */
  public Optional<Instant> lookedAt() {
    return Optional.ofNullable(look).flatMap(Look::run);
  }

  private static ConfigurableApplicationContext start(
      JobSetup setup, OutputFolder folder, LedgerKeeper keeper, boolean namedByClips) {
    RunLog.open(folder.inner().resolve("logs"), setup.settings());
    keeper.open();
    if (folder.isNameless()) {
      keeper.jobOfRuns().ifPresent(folder::name);
    }
    if (namedByClips && keeper.knowsNoRun()) {
      ClipRecovery.jobOf(folder.path()).ifPresent(folder::name);
    }
    try {
      return refreshed(setup, folder, keeper);
    } catch (RuntimeException failure) {
      log.error("cannot open the job", failure);
      if (keeper.makesWayAfter(failure)) {
        return refreshed(setup, folder, keeper);
      }
      throw failure;
    }
  }

  private static ConfigurableApplicationContext refreshed(
      JobSetup setup, OutputFolder folder, LedgerKeeper keeper) {
    var context = new AnnotationConfigApplicationContext();
    context.setEnvironment(setup.environment());
    // Nothing listens by an annotation, and to look for it costs a tenth of the whole start.
    context.removeBeanDefinition(AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME);
    ConfigurableListableBeanFactory beans = context.getBeanFactory();
    beans.registerSingleton("jobSetup", setup);
    beans.registerSingleton("outputFolder", folder);
    beans.registerSingleton("ledgerKeeper", keeper);
    context.register(DailiesApplication.class);
    context.refresh();
    return context;
  }

  /** Runs the whole job to its end. */
  public RunOutcome run() {
    ran = true;
    JobMemory.leave(setup);
    return run("dailies");
  }

  /** Plans the manifest and sends nothing. */
  public RunOutcome planOnly() {
    if (look == null) {
      leaveMemory();
    }
    return run("dailiesPlan");
  }

  /** Before the first run a corrected plan is what the folder is about; later a run says it. */
  private void leaveMemory() {
    if (!keeper.hasJournal() && theRun().isFirst()) {
      JobMemory.leave(setup);
    } else {
      JobMemory.leaveFirst(setup);
    }
  }

  /** Downloads these files, and sends nothing. */
  public RunOutcome fetch(Undelivered.ToFetch wanted) {
    FetchScope scope = spring.getBean(FetchScope.class);
    scope.only(wanted.all());
    scope.alsoLost(wanted.lost());
    return answering(spring.getBean("dailiesFetch", Job.class));
  }

  /** Ends the run that is under way; may be called from any thread. */
  public void stop(StopReason reason) {
    theRun().stop(reason);
  }

  /** What a person should know before a run: sentences, mostly none. */
  public List<String> warnings() {
    return Stream.concat(
            keeper.news().stream(), spring.getBean(MovedAddresses.class).warnings().stream())
        .toList();
  }

  /** How the run stands at this moment. */
  public RunStatus status() {
    return theRun().status();
  }

  /** How the ledger stands while no run is under way. */
  public RunStatus ledgerStatus() {
    return theRun().ledgerStatus();
  }

  /** The same as the end of a run would tell it. */
  public RunOutcome ledgerOutcome() {
    return theRun().ledgerOutcome();
  }

  /** What the newest run had to wait for until its end. */
  public List<Wait> lastWaits() {
    return spring.getBean(LastWaits.class).ofTheNewestRun();
  }

  /** The files that were delivered. */
  public ClipFiles clipFiles() {
    return spring.getBean(ClipFiles.class);
  }

  /** What is left to send, by provider. */
  public List<SendEstimate> estimates() {
    return spring.getBean(SendEstimates.class).byProvider();
  }

  /** The same by model and by scene. */
  public SendTable sendTable() {
    return spring.getBean(SendEstimates.class).table();
  }

  /** What a run would send that a person has not approved. */
  public Approval approval() {
    return spring.getBean(Approval.class);
  }

  /** What the providers in use assume where the settings say nothing, line by line. */
  public List<String> assumptions() {
    return spring.getBean(Providers.class).inUse().stream()
        .flatMap(one -> one.provider().assumptions().stream().map(line -> one.name() + ": " + line))
        .toList();
  }

  /** How many clips today's settings would make otherwise, by provider. */
  public Map<String, Long> changedClips() {
    return spring.getBean(ChangedClips.class).byProvider();
  }

  /** What the servers say of the work that is left to send; takes a moment. */
  public List<ServerInspections.Asked> inspections() {
    return spring.getBean(ServerInspections.class).ask();
  }

  /** What this run has seen of servers and people should know. */
  public List<String> remarks() {
    return spring.getBean(Providers.class).inUse().stream()
        .flatMap(active -> active.provider().remarks().stream())
        .toList();
  }

  /** What the newest plan would pay for a second time. */
  public PaidAgain paidAgain() {
    return spring.getBean(PaidAgain.class);
  }

  /** What the ledger knows of all tasks. */
  public TaskQueries queries() {
    return spring.getBean(TaskQueries.class);
  }

  /** Writes the reports of the newest run again, as the ledger is now; changes nothing in it. */
  public void report() {
    spring.getBean(LastRun.class).report(spring.getBean(ReportWriter.class));
  }

  /** What holds what was spent against what providers say that they have charged. */
  public Reconciliation reconciliation() {
    return spring.getBean(Reconciliation.class);
  }

  /** What was spent from this folder, attempt by attempt added up. */
  public SpendTable spend() {
    SpendTable table = new SpendTable(setup.caps().zone());
    spring.getBean(Charges.class).forEach(table);
    return table;
  }

  /** What people have said of takes. */
  public Picks picks() {
    return spring.getBean(Picks.class);
  }

  /** The sidecars of paid clips in the folder that the ledger does not know. */
  List<String> unknownClips() {
    return Files.isDirectory(folder.path()) ? spring.getBean(PaidClips.class).unknown() : List.of();
  }

  /** What looks at the job before the night. */
  Doctor doctor() {
    return spring.getBean(Doctor.class);
  }

  /** What hands keepers to another folder. */
  public Handover handover() {
    return spring.getBean(Handover.class);
  }

  /** The UUID of the output folder. */
  public String job() {
    return folder.job();
  }

  /** Whether all files are as they were delivered. */
  public Verification verification() {
    return spring.getBean(Verification.class);
  }

  /** What a person needs in order to settle what is in doubt. */
  public DoubtSheet doubtSheet() {
    return spring.getBean(DoubtSheet.class);
  }

  /**
   * Brings the ledger up to what is known of a process that died, as the folder's lock proves that
   * none is waiting for an answer; then lets a person settle what is left.
   */
  public Settling openToSettle() {
    try {
      spring.getBean(CrashRecovery.class).takeOver();
      return spring.getBean(Settling.class);
    } catch (RuntimeException failure) {
      throw keeper.explained(failure);
    }
  }

  /** The same, and lets the ledger be told what the clips in the folder know. */
  public ClipRecovery clipRecovery() {
    try {
      spring.getBean(CrashRecovery.class).takeOverToRecover();
      return spring.getBean(ClipRecovery.class);
    } catch (RuntimeException failure) {
      throw keeper.explained(failure);
    }
  }

  /** The readings of the manifest. */
  public Plans plans() {
    return spring.getBean(Plans.class);
  }

  @Override
  public void close() {
    spring.close();
    keeper.closed(ran);
    folder.close();
    if (look != null) {
      look.close();
    }
  }

  private RunOutcome run(String job) {
    try {
      return answering(spring.getBean(job, Job.class));
    } catch (RuntimeException failure) {
      throw keeper.explained(failure);
    }
  }

  /** Runs it, and lets others look meanwhile. */
  @SuppressWarnings("try") // Others may look while it is open.
  private RunOutcome answering(Job job) {
    try (SnapshotAnswers.Answering others = spring.getBean(SnapshotAnswers.class).begin()) {
      return theRun().run(job);
    }
  }

  private DailiesRun theRun() {
    return spring.getBean(DailiesRun.class);
  }
}
