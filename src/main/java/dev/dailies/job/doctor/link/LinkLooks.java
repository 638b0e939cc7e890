package dev.dailies.job.doctor.link;

import dev.dailies.delivery.Peeks;
import dev.dailies.provider.http.network.Network;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Looks at links, many at once. */
public final class LinkLooks implements AutoCloseable {

  private static final int AT_ONCE = 16;

  /** As long as Runway waits, by its page "Inputs". */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Peeks peeks;
  private final ExecutorService threads;
  private final List<CompletableFuture<LinkVerdict>> pending;

  private LinkLooks(List<NamedLink> links, Network network) {
    this.peeks = new Peeks(network, AT_ONCE, PATIENCE);
    this.threads =
        Executors.newFixedThreadPool(
            AT_ONCE,
            work -> {
              Thread thread = new Thread(work, "link-look");
              thread.setDaemon(true);
              return thread;
            });
    LinkJudge judge = new LinkJudge(peeks, new LinkHead(network, PATIENCE));
    this.pending =
        links.stream()
            .map(link -> CompletableFuture.supplyAsync(() -> judge.judge(link), threads))
            .toList();
  }

  /** Begins to look: that need not be waited for before other things are done. */
  public static LinkLooks begin(List<NamedLink> links, Network network) {
    return new LinkLooks(links, network);
  }

  /** What came of it, in the order of the links. */
  public List<LinkVerdict> all() {
    return pending.stream().map(CompletableFuture::join).toList();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    peeks.close();
  }
}
