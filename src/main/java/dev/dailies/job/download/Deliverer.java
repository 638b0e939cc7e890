package dev.dailies.job.download;

import dev.dailies.delivery.Downloaded;
import dev.dailies.job.run.Failures;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import dev.dailies.report.Sidecars;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the files of one task. The task is DELIVERED when all of them are on disk. */
final class Deliverer {

  private static final Logger log = LoggerFactory.getLogger(Deliverer.class);

  private final OpenTasks tasks;
  private final Ledger ledger;
  private final LinkRenewal links;
  private final ClipDownloader clips;
  private final Sidecars sidecars;
  private final NextTry nextTry;

  Deliverer(
      OpenTasks tasks,
      Ledger ledger,
      LinkRenewal links,
      ClipDownloader clips,
      Sidecars sidecars,
      NextTry nextTry) {
    this.tasks = tasks;
    this.ledger = ledger;
    this.links = links;
    this.clips = clips;
    this.sidecars = sidecars;
    this.nextTry = nextTry;
  }

  /** Tries once to fetch what is still missing. */
  void deliver(Delivery delivery) {
    Task task = tasks.task(delivery.taskId());
    List<Output> outputs = links.renewed(task, delivery);
    Map<Integer, Downloaded> failed = new TreeMap<>();
    for (Output output : outputs) {
      if (!delivery.fetched().containsKey(output.number())) {
        download(task, output, delivery, failed);
      }
    }
    Setback setback = new Setback(task, outputs, failed);
    if (!setback.isOne()) {
      nextTry.hasEnded(task);
      keep(task, outputs, delivery);
    } else if (setback.storage().isPresent()) {
      nextTry.stop(setback.storage().get(), delivery);
    } else if (!nextTry.isLeftOpen(setback, delivery)) {
      nextTry.hasEnded(task);
      endInPart(setback, delivery);
    }
  }

  private void download(
      Task task, Output output, Delivery delivery, Map<Integer, Downloaded> failed) {
    if (clips.isHere(output)) {
      delivery.fetched().put(output.number(), output);
      return;
    }
    Downloaded downloaded = clips.download(task, output);
    log.info("{}: {}", task.name(), nextTry.withoutKey(task, downloaded.toString()));
    if (downloaded instanceof Downloaded.Saved saved) {
      DeliveredFile file =
          new DeliveredFile(saved.fileName(), saved.bytes(), saved.sha256(), saved.mediaType());
      delivery.fetched().put(output.number(), output.with(file, saved.warning()));
    } else {
      failed.put(output.number(), downloaded);
    }
  }

  /** All of it is here. */
  private void keep(Task task, List<Output> outputs, Delivery delivery) {
    List<Output> all = List.copyOf(delivery.fetched().values());
    if (!writeSidecars(task, all, delivery)) {
      return;
    }
    if (task.state() == TaskState.DELIVERED) {
      ledger.cameLater(task, all);
    } else {
      ledger.deliveredInPart(succeeded(task, outputs), all);
    }
    delivery.giveUp();
    log.info("{} is delivered", task.name());
  }

  /** A task that was given up before has its results after all. */
  private Task succeeded(Task task, List<Output> outputs) {
    if (task.state() == TaskState.SUCCEEDED) {
      return task;
    }
    Task again = ledger.fetchAgain(task, Setback.CAME_AFTER_ALL);
    ledger.renewed(again, outputs.stream().map(Output::url).toList());
    return again;
  }

  /** This run tries no more: what is here is kept, and why the rest is not. */
  private void endInPart(Setback setback, Delivery delivery) {
    Task task = setback.task();
    List<Output> known = setback.with(delivery.fetched(), text -> nextTry.withoutKey(task, text));
    boolean news =
        setback.outputs().stream()
            .anyMatch(o -> o.file() == null && delivery.fetched().containsKey(o.number()));
    delivery.giveUp();
    boolean nothingToSay = !news && task.state() != TaskState.SUCCEEDED;
    if (nothingToSay || (news && !writeSidecars(task, known, delivery))) {
      return;
    }
    if (task.state() == TaskState.DELIVERED) {
      ledger.cameLater(task, known);
    } else if (setback.leavesEnough(delivery.fetched().values())) {
      ledger.deliveredInPart(succeeded(task, setback.outputs()), known);
      log.warn("{} is delivered, but for a part of it", task.name());
    } else if (task.state() == TaskState.SUCCEEDED) {
      ledger.undelivered(
          task, setback.cause(delivery, text -> nextTry.withoutKey(task, text)), known);
    } else {
      ledger.cameLater(task, known);
    }
  }

  private boolean writeSidecars(Task task, List<Output> outputs, Delivery delivery) {
    try {
      sidecars.write(task, outputs);
      return true;
    } catch (IOException failure) {
      log.error("cannot write the sidecars of {}", task.name(), failure);
      nextTry.stop(
          new Downloaded.StorageFailed(
              "cannot write the sidecars of " + task.name() + ": " + Failures.describe(failure),
              failure),
          delivery);
      return false;
    }
  }
}
