package dev.dailies.job.download;

import dev.dailies.delivery.Downloaded;
import dev.dailies.delivery.Downloader;
import dev.dailies.delivery.Source;
import dev.dailies.files.FileNames;
import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.ClipFiles;
import dev.dailies.job.run.Providers;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.Task;
import dev.dailies.media.MediaType;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Provider;
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

  /** True if an earlier run has brought the file, and it is still as it was then. */
  boolean isHere(Output output) {
    DeliveredFile file = output.file();
    return file != null && new ClipFiles(folder).problem(file).isEmpty();
  }

  /**
   * Fetches a file. One that was here before must come as it was: what lies in its place is set
   * aside, and put back should the file not come.
   */
  Downloaded download(Task task, Output output) {
    Request sent = tasks.sent(task);
    String stem = namer.stem(task, output.number(), sent.model());
    Source source = source(task, output, sent);
    DeliveredFile file = output.file();
    return file == null
        ? downloader.download(source, folder, stem)
        : new SetAside(FileNames.in(folder, file.name()))
            .during(() -> downloader.download(source.expecting(file.sha256()), folder, stem));
  }

  private Source source(Task task, Output output, Request sent) {
    Operation operation = Objects.requireNonNull(task.shot()).operation();
    ActiveProvider active = providers.find(Objects.requireNonNull(task.provider())).orElse(null);
    if (active == null) {
      return Source.of(
          output.url(), List.of(sent.baseUrl()), Map.of(), EnumSet.allOf(MediaType.class));
    }
    Provider provider = active.provider();
    return Source.of(
            output.url(),
            provider.homes(sent),
            provider.fetchHeaders(sent),
            provider.results(operation))
        .redactedBy(active.key()::redact);
  }
}
