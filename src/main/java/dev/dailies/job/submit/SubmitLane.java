package dev.dailies.job.submit;

import dev.dailies.job.doubt.Reconciler;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.RunControl;
import dev.dailies.job.run.Threads;
import dev.dailies.ledger.Task;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/**
 * Sends tasks of one provider, one after the other. A provider has as many lanes beside each other
 * as it is sent requests at once, so no provider waits for another. Which provider a lane is for is
 * remembered here: Batch may lose the execution context of a lane that is started again.
 */
final class SubmitLane implements Partitioner, Step {

  static final String STEP = "submit";

  private static final int MOST = 70;

  private final JobRepository repository;
  private final SubmitQueue queue;
  private final Submitter submitter;
  private final Providers providers;
  private final Reconciler reconciler;
  private final RunControl run;
  private final Map<String, String> providerOf = new ConcurrentHashMap<>();

  SubmitLane(
      JobRepository repository,
      SubmitQueue queue,
      Submitter submitter,
      Providers providers,
      Reconciler reconciler,
      RunControl run) {
    this.repository = repository;
    this.queue = queue;
    this.submitter = submitter;
    this.providers = providers;
    this.reconciler = reconciler;
    this.run = run;
  }

  /** One lane for each request that may be on the wire, as far as there are tasks to send. */
  @Override
  public Map<String, ExecutionContext> partition(int gridSize) {
    Map<String, ExecutionContext> lanes = new HashMap<>();
    queue
        .open()
        .forEach(
            (provider, atOnce) -> {
              for (int lane = 1; lane <= atOnce; lane++) {
                String name = shortened(provider) + "-" + lane;
                providerOf.put(STEP + ":" + name, provider);
                lanes.put(name, new ExecutionContext());
              }
            });
    return lanes;
  }

  /** The job repository has no room for more than 100 characters of a lane's name. */
  private static String shortened(String provider) {
    return provider.length() <= MOST
        ? provider
        : provider.substring(0, MOST) + Integer.toHexString(provider.hashCode());
  }

  @Override
  public String getName() {
    return STEP;
  }

  @Override
  public boolean isAllowStartIfComplete() {
    return true;
  }

  @Override
  public void execute(StepExecution lane) throws JobInterruptedException {
    chunkStep(lane.getStepName()).execute(lane);
  }

  private Step chunkStep(String name) {
    String provider = Objects.requireNonNull(providerOf.get(name), name);
    Patience patience = new Patience(Threads.named(name + "-"), run);
    return new StepBuilder(name, repository)
        .<Task, ReadyTask>chunk(1)
        .transactionManager(noTransaction())
        .reader(new SubmitReader(provider, queue, reconciler, run))
        .processor(new SubmitProcessor(queue, submitter, providers, patience))
        .writer(new SubmitWriter(queue, submitter, patience))
        .listener(run.stopIfItFails())
        .allowStartIfComplete(true)
        .build();
  }

  /**
   * The ledger commits by itself, so a chunk holds no transaction; nor a connection, which Spring
   * would keep for the chunk's thread while it waits for its turn, until there are none left.
   */
  private static PlatformTransactionManager noTransaction() {
    var none = new ResourcelessTransactionManager();
    none.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
    return none;
  }
}
