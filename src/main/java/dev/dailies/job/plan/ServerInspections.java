package dev.dailies.job.plan;

import dev.dailies.job.run.Providers;
import dev.dailies.job.run.Threads;
import dev.dailies.provider.Inspection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.core.task.TaskExecutor;

/**
 * Asks the servers of the providers that a plan sends to, all at once and for a short time: a plan
 * must not wait for a server that is not there.
 */
public final class ServerInspections {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Inspection UNASKED =
      new Inspection("was not asked: no answer within %d s".formatted(PATIENCE.toSeconds()), true);

  private final SendEstimates estimates;
  private final Providers providers;
  private final TaskExecutor threads = Threads.named("inspect-");

  ServerInspections(SendEstimates estimates, Providers providers) {
    this.estimates = estimates;
    this.providers = providers;
  }

  /**
   * What one server says.
   *
   * @param provider by its name in the settings
   * @param address of the server
   */
  public record Asked(String provider, String address, Inspection inspection) {

    /** As a line for people: some sentences begin with the address already. */
    public String line() {
      String words = inspection.words();
      return provider + ": " + (words.startsWith(address) ? words : address + " " + words);
    }
  }

  private record Pending(String provider, String address, CompletableFuture<Inspection> answer) {

    Asked done() {
      return new Asked(provider, address, answer.join());
    }
  }

  /** Asks them all; one that does not answer in time says so. */
  public List<Asked> ask() {
    List<Pending> pending = new ArrayList<>();
    for (SendEstimate estimate : estimates.byProvider()) {
      String name = estimate.provider();
      providers
          .get(name)
          .provider()
          .inspections()
          .forEach(
              (address, call) ->
                  pending.add(
                      new Pending(
                          name,
                          address,
                          CompletableFuture.supplyAsync(call, threads)
                              .completeOnTimeout(
                                  UNASKED, PATIENCE.toMillis(), TimeUnit.MILLISECONDS))));
    }
    return pending.stream().map(Pending::done).toList();
  }
}
