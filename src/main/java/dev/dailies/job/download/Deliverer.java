package dev.dailies.job.download;

import dev.dailies.delivery.Downloaded;
import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Failures;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.Cause;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.InFlight;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.Task;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Progress;
import dev.dailies.report.Sidecars;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the files of one task. The task is DELIVERED when all of them are on disk. */
final class Deliverer {

  private static final Logger log = LoggerFactory.getLogger(Deliverer.class);

  /** How often a link may turn out to be expired, or its file not to be whole. */
  private static final int STALE_LINKS = 3;

  private final OpenTasks tasks;
  private final Ledger ledger;
  private final Providers providers;
  private final ClipDownloader clips;
  private final Sidecars sidecars;
  private final RunControl run;

  Deliverer(
      OpenTasks tasks,
      Ledger ledger,
      Providers providers,
      ClipDownloader clips,
      Sidecars sidecars,
      RunControl run) {
    this.tasks = tasks;
    this.ledger = ledger;
    this.providers = providers;
    this.clips = clips;
    this.sidecars = sidecars;
    this.run = run;
  }

  /** Tries once to fetch what is still missing. */
  void deliver(Delivery delivery) {
    Task task = tasks.task(delivery.taskId());
    if (delivery.wasTried() || tasks.outputs(task).isEmpty()) {
      renewLinks(task);
    }
    List<Output> outputs = tasks.outputs(task);
    if (outputs.isEmpty()) {
      ledger.undelivered(task, new Cause("NO_OUTPUT", "finished without a result", Evidence.NONE));
      return;
    }
    for (Output output : outputs) {
      if (!delivery.files().containsKey(output.number()) && !download(task, output, delivery)) {
        return;
      }
    }
    List<DeliveredFile> files = List.copyOf(delivery.files().values());
    if (writeSidecars(task, files, delivery)) {
      ledger.delivered(task, files);
      log.info("{} is delivered", task.name());
    }
  }

  private boolean writeSidecars(Task task, List<DeliveredFile> files, Delivery delivery) {
    try {
      sidecars.write(task, files);
      return true;
    } catch (IOException failure) {
      log.error("cannot write the sidecars of {}", task.name(), failure);
      failed(
          task,
          new Downloaded.StorageFailed(
              "cannot write the sidecars of " + task.name() + ": " + Failures.describe(failure),
              failure),
          delivery);
      return false;
    }
  }

  private boolean download(Task task, Output output, Delivery delivery) {
    Downloaded downloaded = clips.download(task, output);
    log.info("{}: {}", task.name(), withoutKey(task, downloaded.toString()));
    if (downloaded instanceof Downloaded.Saved saved) {
      delivery
          .files()
          .put(
              output.number(),
              new DeliveredFile(
                  saved.fileName(), saved.bytes(), saved.sha256(), saved.mediaType()));
      return true;
    }
    failed(task, downloaded, delivery);
    return false;
  }

  private void failed(Task task, Downloaded downloaded, Delivery delivery) {
    if (downloaded instanceof Downloaded.TryAgain tryAgain) {
      tryAgainOrLeave(task, tryAgain, delivery);
    } else if (downloaded instanceof Downloaded.Expired expired) {
      tryFreshLinks(task, cause(task, "EXPIRED", expired.reason()), delivery);
    } else if (downloaded instanceof Downloaded.Incomplete incomplete) {
      tryFreshLinks(task, cause(task, "NOT_A_CLIP", incomplete.reason()), delivery);
    } else if (downloaded instanceof Downloaded.NotAClip notAClip) {
      ledger.undelivered(task, cause(task, "NOT_A_CLIP", notAClip.reason()));
    } else if (downloaded instanceof Downloaded.StorageFailed storage) {
      delivery.giveUp();
      run.stop(StopReason.of(Kind.FAILURE, storage.reason()));
    }
  }

  private Cause cause(Task task, String code, String reason) {
    return new Cause(code, withoutKey(task, reason), Evidence.NONE);
  }

  /** A reason may quote the file, and a careless server may have put the key into that. */
  private String withoutKey(Task task, String text) {
    return active(task).map(active -> active.key().redact(text)).orElse(text);
  }

  private void tryFreshLinks(Task task, Cause cause, Delivery delivery) {
    if (delivery.isStaleAfter(STALE_LINKS)) {
      ledger.undelivered(task, cause);
    } else {
      delivery.tryAgain(null);
    }
  }

  private void tryAgainOrLeave(Task task, Downloaded.TryAgain failed, Delivery delivery) {
    // Where the provider is no longer in the settings, nobody can be asked for fresh links.
    Duration patience =
        active(task).map(active -> active.settings().giveUpAfter()).orElse(Duration.ZERO);
    Duration wait = Objects.requireNonNullElse(failed.retryAfter(), Duration.ZERO);
    if (delivery.trouble(failed.gained()).plus(wait).compareTo(patience) < 0) {
      delivery.tryAgain(failed.retryAfter());
      return;
    }
    delivery.giveUp();
    run.note(
        StopReason.at(
            provider(task),
            Kind.UNAVAILABLE,
            "clips cannot be fetched now: " + withoutKey(task, failed.reason())));
  }

  /**
   * Asks the task for fresh links: free, and cheaper than finding out which of them have expired.
   */
  private void renewLinks(Task task) {
    InFlight flight = tasks.inFlight(task.id()).orElse(null);
    ActiveProvider active = active(task).orElse(null);
    if (flight != null
        && active != null
        && active.provider().poll(flight.attempt()) instanceof Progress.Succeeded succeeded
        && !succeeded.outputs().isEmpty()) {
      ledger.renewed(task, succeeded.outputs());
    }
  }

  private Optional<ActiveProvider> active(Task task) {
    return providers.find(provider(task));
  }

  private static String provider(Task task) {
    return Objects.requireNonNull(task.provider());
  }
}
