package dev.dailies.job;

import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.Plans;
import dev.dailies.provider.StopReason;
import dev.dailies.settings.JobSetup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.job.Job;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An opened job: its output folder is locked, its ledger is open. Closing it writes everything out.
 */
public final class JobContext implements AutoCloseable {

  private final OutputFolder folder;
  private final ConfigurableApplicationContext spring;

  private JobContext(OutputFolder folder, ConfigurableApplicationContext spring) {
    this.folder = folder;
    this.spring = spring;
  }

  /**
   * Locks the output folder, then opens the ledger in it.
   *
   * @throws OutputFolderHeldException if another process holds the folder
   */
  public static JobContext open(JobSetup setup, ExitRules rules) {
    OutputFolder folder = OutputFolder.lock(setup.files().output());
    try {
      return new JobContext(folder, start(setup, folder, rules));
    } catch (RuntimeException failure) {
      folder.close();
      throw failure;
    }
  }

  private static ConfigurableApplicationContext start(
      JobSetup setup, OutputFolder folder, ExitRules rules) {
    EmbeddedDatabase database = new EmbeddedDatabase(folder.inner());
    Map<String, Object> defaults = new LinkedHashMap<>(database.properties());
    defaults.put("logging.file.name", folder.inner().resolve("logs/dailies.log").toString());
    return new SpringApplicationBuilder(DailiesApplication.class)
        .environment(setup.environment())
        .profiles("log-file")
        .properties(defaults)
        .initializers(
            context -> {
              GenericApplicationContext beans = (GenericApplicationContext) context;
              beans.getBeanFactory().registerSingleton("jobSetup", setup);
              beans.getBeanFactory().registerSingleton("outputFolder", folder);
              beans.getBeanFactory().registerSingleton("exitRules", rules);
            })
        .run();
  }

  /** Runs the whole job to its end. */
  public RunOutcome run() {
    return theRun().run(spring.getBean("dailies", Job.class));
  }

  /** Plans the manifest and sends nothing. */
  public RunOutcome planOnly() {
    return theRun().run(spring.getBean("dailiesPlan", Job.class));
  }

  /** Downloads what is generated, and sends nothing. */
  public RunOutcome fetch() {
    return theRun().run(spring.getBean("dailiesFetch", Job.class));
  }

  /** Ends the run that is under way; may be called from any thread. */
  public void stop(StopReason reason) {
    theRun().stop(reason);
  }

  /** How the run stands at this moment. */
  public RunStatus status() {
    return theRun().status();
  }

  /** How the ledger stands while no run is under way. */
  public RunStatus ledgerStatus() {
    return theRun().ledgerStatus();
  }

  /** What is left to send, by provider. */
  public List<Outlook> outlooks() {
    return spring.getBean(ManifestPlan.class).outlooks();
  }

  /** What the ledger knows of all tasks. */
  public Accounts accounts() {
    return spring.getBean(Accounts.class);
  }

  /** What a person can decide about tasks in doubt. */
  public Doubts doubts() {
    takeOver();
    return spring.getBean(Doubts.class);
  }

  /** What can be sent or fetched again. */
  public Retries retries() {
    takeOver();
    return spring.getBean(Retries.class);
  }

  /** What was paid for and is not here. */
  public Undelivered undelivered() {
    takeOver();
    return spring.getBean(Undelivered.class);
  }

  /** Whether all files are as they were delivered. */
  public Verification verification() {
    return spring.getBean(Verification.class);
  }

  /** Tells the history of tasks. */
  public Explainer explainer() {
    takeOver();
    return spring.getBean(Explainer.class);
  }

  /** The folder's lock proves that no other process is waiting for an answer. */
  private void takeOver() {
    spring.getBean(Leftovers.class).doubtWhatWasOnTheWire();
  }

  /** The readings of the manifest. */
  public Plans plans() {
    return spring.getBean(Plans.class);
  }

  @Override
  public void close() {
    spring.close();
    folder.close();
  }

  private DailiesRun theRun() {
    return spring.getBean(DailiesRun.class);
  }
}
