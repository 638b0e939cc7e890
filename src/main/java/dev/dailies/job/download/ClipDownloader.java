package dev.dailies.job.download;

import dev.dailies.delivery.Downloaded;
import dev.dailies.delivery.Downloader;
import dev.dailies.delivery.Source;
import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Providers;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.Task;
import dev.dailies.media.MediaType;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Request;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Fetches one file of a task, from where its provider keeps it to its name in the folder. */
final class ClipDownloader {

  private final OpenTasks tasks;
  private final Providers providers;
  private final Downloader downloader;
  private final Namer namer;
  private final Path folder;

  ClipDownloader(
      OpenTasks tasks, Providers providers, Downloader downloader, Namer namer, Path folder) {
    this.tasks = tasks;
    this.providers = providers;
    this.downloader = downloader;
    this.namer = namer;
    this.folder = folder;
  }

  Downloaded download(Task task, Output output) {
    Request sent = tasks.sent(task);
    String stem = namer.stem(task, output.number(), sent.model());
    return downloader.download(source(task, output, sent), folder, stem);
  }

  private Source source(Task task, Output output, Request sent) {
    Operation operation = Objects.requireNonNull(task.shot()).operation();
    return providers
        .find(Objects.requireNonNull(task.provider()))
        .map(ActiveProvider::provider)
        .map(
            provider ->
                Source.of(
                    output.url(),
                    provider.homes(sent),
                    provider.fetchHeaders(sent),
                    provider.results(operation)))
        .orElseGet(
            () ->
                Source.of(
                    output.url(),
                    List.of(sent.baseUrl()),
                    Map.of(),
                    EnumSet.allOf(MediaType.class)));
  }
}
