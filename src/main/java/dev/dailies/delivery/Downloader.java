package dev.dailies.delivery;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files so that what stands under a final name is whole, is a media file, and survives a
 * power failure. Safe for use by many threads.
 */
public final class Downloader {

  private final DownloadSettings settings;
  private final Links links;
  private final Disk disk;

  /**
   * @param client follows no redirects and has neither cookies nor passwords
   */
  public Downloader(HttpClient client, DownloadSettings settings) {
    this(
        settings,
        new Links(
            client,
            settings.idleTimeout(),
            new LinkCheck(PublicAddress::test),
            new Answers(Clock.systemUTC())),
        new Disk());
  }

  Downloader(DownloadSettings settings, Links links, Disk disk) {
    this.settings = settings;
    this.links = links;
    this.disk = disk;
  }

  /**
   * Fetches one file, streaming it to {@code <stem>.part} and ending with it under {@code
   * <stem>.<ext>}, durably, or with nothing there. Never overwrites a file that has the final name:
   * one with the same content is {@link Fetched.Saved}, another is {@link Fetched.NotAClip}. Never
   * throws for what a server, a network or a disk does. If the thread is interrupted, it answers
   * {@link Fetched.TryAgain} and stays interrupted.
   *
   * @param folder an existing folder
   * @param stem a plain file name without its extension
   */
  public Fetched fetch(Source source, Path folder, String stem) {
    if (stem.isEmpty() || !Path.of(stem + ".part").equals(Path.of(stem + ".part").getFileName())) {
      throw new IllegalArgumentException("not a plain file name: " + stem);
    }
    Opened opened = links.open(source);
    if (opened instanceof Opened.Shut shut) {
      return shut.why();
    }
    Opened.Flowing flowing = (Opened.Flowing) opened;
    try (Body body = flowing.body()) {
      return flowing.promised().orElse(0) > limit()
          ? tooLarge()
          : keep(body, flowing.promised(), folder, stem);
    }
  }

  private Fetched keep(Body body, OptionalLong promised, Path folder, String stem) {
    try (Part part = new Part(disk, folder.resolve(stem + ".part"))) {
      Fetched trouble = receive(body, promised, part);
      return trouble == null ? new Shelf(folder, disk).place(part, stem) : trouble;
    } catch (ClosedByInterruptException interrupted) {
      return new Fetched.TryAgain("interrupted", null);
    } catch (IOException failure) {
      return new Fetched.StorageFailed("cannot store " + stem + ": " + Reason.of(failure), failure);
    }
  }

  /** Streams the body into the part; returns null if all of it arrived. */
  private @Nullable Fetched receive(Body body, OptionalLong promised, Part part)
      throws IOException {
    Pace pace = new Pace(settings);
    Piece piece = body.next(pace.patience(0));
    while (piece instanceof Piece.Bytes bytes) {
      if (part.size() + bytes.count() > limit()) {
        return tooLarge();
      }
      part.write(bytes.buffers());
      piece = body.next(pace.patience(part.size()));
    }
    if (piece instanceof Piece.Broken broken) {
      return NetworkFailure.judge(broken.cause());
    }
    if (piece instanceof Piece.Silence) {
      return new Fetched.TryAgain(pace.complaint(part.size()), null);
    }
    // The client sees to this over HTTP/1.1; over HTTP/2 it does not.
    return promised.orElse(part.size()) == part.size()
        ? null
        : new Fetched.TryAgain("the body is shorter or longer than promised", null);
  }

  private long limit() {
    return settings.maxSize().toBytes();
  }

  private Fetched tooLarge() {
    return new Fetched.NotAClip("larger than " + limit() + " bytes");
  }
}
