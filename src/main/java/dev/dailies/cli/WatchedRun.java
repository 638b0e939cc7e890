package dev.dailies.cli;

import dev.dailies.cli.watch.LiveBlock;
import dev.dailies.cli.watch.LiveProgress;
import dev.dailies.cli.watch.ProgressView;
import dev.dailies.cli.watch.Signals;
import dev.dailies.cli.watch.StatusBlock;
import dev.dailies.cli.watch.Terminals;
import dev.dailies.cli.words.JsonLines;
import dev.dailies.job.JobContext;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.job.run.RunStatus;
import dev.dailies.pacing.Wait;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.Times;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Shows a run to people, and stops it at a signal. */
final class WatchedRun {

  private WatchedRun() {}

  @SuppressWarnings("try") // Both work while they are open.
  static RunOutcome watch(
      JobContext context, JobSetup setup, ProgressView view, Supplier<RunOutcome> run) {
    try (Signals signals = Signals.stopping(context);
        LiveProgress progress = LiveProgress.of(context, setup.files().output(), view)) {
      return run.get();
    }
  }

  /** A live block on a terminal, lines elsewhere. */
  static ProgressView view(JobOptions job, PrintWriter out, PrintWriter err) {
    if (job.isJson()) {
      return new ProgressLines(status -> JsonLines.print("status", status, out), text -> {});
    }
    // Log lines on the same terminal would break the block up.
    return (job.isVerbose() ? Optional.<LiveBlock>empty() : Terminals.liveBlock(job.paint()))
        .<ProgressView>map(block -> block)
        .orElseGet(
            () -> new ProgressLines(status -> printLine(status, err), text -> print(text, err)));
  }

  private static void printLine(RunStatus status, PrintWriter err) {
    print(StatusBlock.line(status), err);
  }

  private static void print(String text, PrintWriter err) {
    err.println(text);
    err.flush();
  }

  /**
   * Writes a line a minute, where lines cannot be rewritten, and one when the run begins to wait
   * for something else.
   */
  private static final class ProgressLines implements ProgressView {

    private static final Duration EVERY = Duration.ofMinutes(1);

    /** A provider may give a new reason every second. */
    private static final Duration OFTEN = Duration.ofSeconds(10);

    private final Consumer<RunStatus> line;
    private final Consumer<String> tell;
    private final Set<RunStatus.Trouble> told = new LinkedHashSet<>();
    private boolean stops;
    private long last = System.nanoTime();
    private long news = last - OFTEN.toNanos();
    private Set<String> causes = Set.of();

    /**
     * @param line writes how the run stands
     * @param tell writes what has just happened
     */
    ProgressLines(Consumer<RunStatus> line, Consumer<String> tell) {
      this.line = line;
      this.tell = tell;
    }

    /** Doubts and failures as they come, and that it has begun to stop. */
    private List<String> news(RunStatus status) {
      List<String> news = new ArrayList<>();
      String clock = Times.clock(status.at()) + "  ";
      status.troubles().stream()
          .filter(told::add)
          .forEach(trouble -> news.add(clock + StatusBlock.told(trouble)));
      told.retainAll(status.troubles());
      if (!stops && status.stopsBy() != null) {
        stops = true;
        news.add(StatusBlock.line(status));
      }
      return news;
    }

    @Override
    public void show(RunStatus status) {
      Set<String> now = status.waits().stream().map(Wait::cause).collect(Collectors.toSet());
      List<String> fresh = news(status);
      fresh.forEach(tell);
      long time = System.nanoTime();
      boolean isNews = !causes.containsAll(now) && time - news >= OFTEN.toNanos();
      if (isNews || time - last >= EVERY.toNanos()) {
        last = time;
        news = isNews ? time : news;
        causes = now;
        line.accept(status);
      }
    }
  }
}
