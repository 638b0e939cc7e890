package dev.dailies.delivery;

import dev.dailies.files.FileNames;
import dev.dailies.provider.http.network.Network;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;

/**
 * Downloads files. What has a final name is whole, is a media file, and survives a power failure.
 * Resumes a broken download where the server proves that it still has the same file. Safe for use
 * by many threads, each with a stem of its own.
 */
public final class Downloader implements AutoCloseable {

  private final DownloadSettings settings;
  private final Links links;
  private final Disk disk;
  private final PartialDownloads partials;

  public Downloader(DownloadSettings settings, Network network) {
    this(settings, Links.over(network, settings.concurrency(), settings.idleTimeout()), new Disk());
  }

  Downloader(DownloadSettings settings, Links links, Disk disk) {
    this.settings = settings;
    this.links = links;
    this.disk = disk;
    this.partials = new PartialDownloads(disk);
  }

  /**
   * Downloads one file to {@code <stem>.part}, and renames it to {@code <stem>.<ext>} when it is
   * durable; otherwise leaves nothing but a part that the next try resumes. Never overwrites a file
   * that has the final name: one with the same content is {@link Downloaded.Saved}, another is
   * {@link Downloaded.NotAClip}. What is no clip, or not whole, is kept as {@code <stem>.refused}
   * where the source says what may not be kept. Never throws for what a server, a network or a disk
   * does. If the thread is interrupted, it answers {@link Downloaded.TryAgain} and stays
   * interrupted.
   *
   * @param folder an existing folder
   * @param stem a plain file name without its extension
   */
  public Downloaded download(Source source, Path folder, String stem) {
    if (stem.isEmpty() || !FileNames.isPlain(stem + ".part")) {
      throw new IllegalArgumentException("not a plain file name: " + stem);
    }
    try {
      return download(source, new TargetFile(folder, stem, source, disk));
    } catch (ClosedByInterruptException interrupted) {
      return new Downloaded.TryAgain("interrupted", null);
    } catch (IOException failure) {
      return new Downloaded.StorageFailed(
          "cannot store " + stem + ": " + Reason.of(failure), failure);
    }
  }

  private Downloaded download(Source source, TargetFile target) throws IOException {
    Opened opened = open(source, target.part());
    if (opened instanceof Opened.Refused refused) {
      return refused.why();
    }
    Opened.Streaming streaming = (Opened.Streaming) opened;
    try (Body body = streaming.body()) {
      return streaming.total().orElse(0) > settings.maxSize().toBytes()
          ? new Downloaded.NotAClip(Transfer.tooLarge(settings))
          : keep(new Transfer(body, settings), streaming, target);
    }
  }

  /** Asks for the missing bytes, or for the whole file where those do not fit the part. */
  private Opened open(Source source, Path part) throws IOException {
    PartialDownload partial = partials.of(part).orElse(null);
    Opened opened = links.open(source, partial);
    if (opened instanceof Opened.RangeMismatch) {
      partials.drop(part);
      return links.open(source, null);
    }
    return opened;
  }

  private Downloaded keep(Transfer transfer, Opened.Streaming streaming, TargetFile target)
      throws IOException {
    partials.take(target.part());
    try (Part part = streaming.start() == 0 ? target.fresh() : target.resumed()) {
      long missing = Math.max(0, streaming.total().orElse(0) - streaming.start());
      FreeSpace space = new FreeSpace(disk, target.folder(), settings.keepFree(), missing);
      Downloaded failure = transfer.into(part, streaming.total(), space);
      if (failure == null) {
        return placed(part, streaming, target);
      }
      return failure instanceof Downloaded.TryAgain again
          ? left(again, part, streaming, target)
          : failure;
    }
  }

  private Downloaded placed(Part part, Opened.Streaming streaming, TargetFile target)
      throws IOException {
    boolean hasAnEnd = streaming.hasAnEnd() || streaming.body().isChecked();
    Downloaded placed = target.place(part, hasAnEnd, sha256 -> comesAgain(sha256, target));
    boolean spoilt = streaming.start() > 0 && !(placed instanceof Downloaded.Saved);
    return spoilt ? new Downloaded.TryAgain("the parts do not fit together", null) : placed;
  }

  /** Downloads the file once more, and keeps nothing of it. */
  private boolean comesAgain(String sha256, TargetFile target) throws IOException {
    if (!(links.open(target.source(), null) instanceof Opened.Streaming streaming)) {
      return false;
    }
    try (Body body = streaming.body();
        Part part = target.again()) {
      FreeSpace space = new FreeSpace(disk, target.folder(), settings.keepFree(), 0);
      return new Transfer(body, settings).into(part, streaming.total(), space) == null
          && part.finish().equals(sha256);
    }
  }

  private Downloaded left(
      Downloaded.TryAgain again, Part part, Opened.Streaming streaming, TargetFile target)
      throws IOException {
    String validator = streaming.validator();
    if (validator == null || part.size() == 0 || Thread.currentThread().isInterrupted()) {
      return again;
    }
    part.leave();
    partials.keep(
        target.part(),
        new PartialDownload(part.size(), streaming.total(), validator, streaming.place()));
    return new Downloaded.TryAgain(
        again.reason(), again.retryAfter(), part.size() - streaming.start());
  }

  /** Ends all downloads; deletes the parts that nobody has resumed. */
  @Override
  public void close() throws IOException {
    links.close();
    partials.dropAll();
  }
}
