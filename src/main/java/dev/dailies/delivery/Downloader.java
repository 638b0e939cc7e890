package dev.dailies.delivery;

import dev.dailies.provider.PublicAddress;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Fetches files so that what stands under a final name is whole, is a media file, and survives a
 * power failure. What broke half way is gone on with where the server proves that it is still the
 * same file. Safe for use by many threads, each with a stem of its own.
 */
public final class Downloader implements AutoCloseable {

  private final DownloadSettings settings;
  private final Links links;
  private final Disk disk;
  private final PartialDownloads halves;

  public Downloader(DownloadSettings settings) {
    this(
        settings,
        new Links(
            new FileClient(settings.concurrency()),
            settings.idleTimeout(),
            new LinkCheck(PublicAddress::isReached),
            new Answers(Clock.systemUTC())),
        new Disk());
  }

  Downloader(DownloadSettings settings, Links links, Disk disk) {
    this.settings = settings;
    this.links = links;
    this.disk = disk;
    this.halves = new PartialDownloads(disk);
  }

  /**
   * Fetches one file, streaming it to {@code <stem>.part} and ending with it under {@code
   * <stem>.<ext>}, durably, or with nothing there but a part that the next try goes on with. Never
   * overwrites a file that has the final name: one with the same content is {@link Fetched.Saved},
   * another is {@link Fetched.NotAClip}. Never throws for what a server, a network or a disk does.
   * If the thread is interrupted, it answers {@link Fetched.TryAgain} and stays interrupted.
   *
   * @param folder an existing folder
   * @param stem a plain file name without its extension
   */
  public Fetched fetch(Source source, Path folder, String stem) {
    if (stem.isEmpty() || !Path.of(stem + ".part").equals(Path.of(stem + ".part").getFileName())) {
      throw new IllegalArgumentException("not a plain file name: " + stem);
    }
    try {
      return fetch(source, new TargetFile(folder, stem, source.kinds(), disk));
    } catch (ClosedByInterruptException interrupted) {
      return new Fetched.TryAgain("interrupted", null);
    } catch (IOException failure) {
      return new Fetched.StorageFailed("cannot store " + stem + ": " + Reason.of(failure), failure);
    }
  }

  private Fetched fetch(Source source, TargetFile shelf) throws IOException {
    Opened opened = open(source, shelf.part());
    if (opened instanceof Opened.Refused refused) {
      return refused.why();
    }
    Opened.Streaming flowing = (Opened.Streaming) opened;
    try (Body body = flowing.body()) {
      return flowing.total().orElse(0) > settings.maxSize().toBytes()
          ? Transfer.tooLarge(settings)
          : keep(new Transfer(body, settings), flowing, shelf);
    }
  }

  /** Asks for what is missing; for the whole file where that does not fit what is here. */
  private Opened open(Source source, Path part) throws IOException {
    PartialDownload half = halves.of(part).orElse(null);
    Opened opened = links.open(source, half);
    if (opened instanceof Opened.RangeMismatch) {
      halves.drop(part);
      return links.open(source, null);
    }
    return opened;
  }

  private Fetched keep(Transfer inflow, Opened.Streaming flowing, TargetFile shelf)
      throws IOException {
    halves.take(shelf.part());
    try (Part part = flowing.start() == 0 ? shelf.fresh() : shelf.resumed()) {
      long missing = Math.max(0, flowing.total().orElse(0) - flowing.start());
      FreeSpace room = new FreeSpace(disk, shelf.folder(), settings.keepFree(), missing);
      Fetched trouble = inflow.into(part, flowing.total(), room);
      if (trouble == null) {
        return placed(part, flowing, shelf);
      }
      return trouble instanceof Fetched.TryAgain again
          ? left(again, part, flowing, shelf)
          : trouble;
    }
  }

  private static Fetched placed(Part part, Opened.Streaming flowing, TargetFile shelf)
      throws IOException {
    Fetched placed = shelf.place(part);
    boolean spoilt = flowing.start() > 0 && !(placed instanceof Fetched.Saved);
    return spoilt ? new Fetched.TryAgain("the parts do not fit together", null) : placed;
  }

  private Fetched left(
      Fetched.TryAgain again, Part part, Opened.Streaming flowing, TargetFile shelf)
      throws IOException {
    String validator = flowing.validator();
    if (validator == null || part.size() == 0 || Thread.currentThread().isInterrupted()) {
      return again;
    }
    part.leave();
    halves.keep(
        shelf.part(),
        new PartialDownload(part.size(), flowing.total(), validator, flowing.place()));
    return new Fetched.TryAgain(again.reason(), again.retryAfter(), part.size() - flowing.start());
  }

  /** Ends all downloads; deletes what a try that never came would have gone on with. */
  @Override
  public void close() throws IOException {
    links.close();
    halves.dropAll();
  }
}
