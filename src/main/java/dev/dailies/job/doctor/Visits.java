package dev.dailies.job.doctor;

import dev.dailies.job.run.Threads;
import dev.dailies.provider.Account;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Inspection;
import dev.dailies.provider.Provider;
import dev.dailies.provider.Submission;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.TaskExecutor;

/** Asks the addresses of a provider, all at once and each for a short time. */
final class Visits {

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Account SILENT =
      Account.shut(
          new Submission.NotNow(
              "no answer within %d s".formatted(PATIENCE.toSeconds()), null, true, Evidence.NONE));

  private static final Inspection UNTOLD =
      new Inspection("has not told within %d s".formatted(PATIENCE.toSeconds()), true);

  private final TaskExecutor threads = Threads.named("doctor-");
  private final Map<String, CompletableFuture<Visit>> pending = new LinkedHashMap<>();

  private Visits() {}

  /** Begins to ask: it need not be waited for before other things are looked at. */
  static Visits begin(Provider provider) {
    Visits visits = new Visits();
    Map<String, Supplier<Inspection>> inspections = provider.inspections();
    provider
        .accounts()
        .forEach((address, account) -> visits.ask(address, account, inspections.get(address)));
    return visits;
  }

  private void ask(
      String address, Supplier<Account> account, @Nullable Supplier<Inspection> inspection) {
    CompletableFuture<Account> told = asked(account, SILENT);
    CompletableFuture<Visit> visit =
        inspection == null
            ? told.thenApply(known -> new Visit(address, known, null))
            : told.thenCombine(
                asked(inspection, UNTOLD), (known, work) -> new Visit(address, known, work));
    pending.put(address, visit);
  }

  private <T> CompletableFuture<T> asked(Supplier<T> call, T otherwise) {
    return CompletableFuture.supplyAsync(call, threads)
        .completeOnTimeout(otherwise, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What came of them. */
  List<Visit> all() {
    return pending.values().stream().map(CompletableFuture::join).toList();
  }
}
