package dev.dailies.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.OwnThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Lets a command die at many points, two at a time, and prints what came of it. */
final class KillPointSeries {

  private static final int AT_ONCE = 2;
  private static final int PRINT_EVERY = 25;

  private final Path folder;
  private final String[] simulator;
  private final Function<KillPoints, KillScene> scene;
  private final Map<String, KillPointTally> tallies = new TreeMap<>();
  private final List<Throwable> broken = Collections.synchronizedList(new ArrayList<>());

  /**
   * A series of deaths.
   *
   * @param scene makes it, for those points that share a simulator
   * @param simulator its settings
   */
  KillPointSeries(Path folder, Function<KillPoints, KillScene> scene, String... simulator) {
    this.folder = folder;
    this.scene = scene;
    this.simulator = simulator;
  }

  /** Dies at those points that the command comes by and that are wanted. */
  void dieAtEach(Predicate<KillPoint> wanted) {
    try (KillPoints points = new KillPoints(folder.resolve("points"), simulator)) {
      List<KillPoint> found = points.points(scene.apply(points)).stream().filter(wanted).toList();
      assertThat(found).as("points that the command comes by").isNotEmpty();
      dieAt(found);
    }
  }

  /** Dies at all points that the command comes by from one to the other. */
  void dieBetween(KillPoint first, KillPoint last) {
    try (KillPoints points = new KillPoints(folder.resolve("points"), simulator)) {
      List<KillPoint> all = points.points(scene.apply(points));
      assertThat(all).contains(first, last);
      dieAt(all.subList(all.indexOf(first), all.indexOf(last) + 1));
    }
  }

  void dieAt(List<KillPoint> points) {
    Queue<KillPoint> left = new ConcurrentLinkedQueue<>(points);
    IntStream.range(0, AT_ONCE)
        .mapToObj(worker -> OwnThread.start(() -> work(folder.resolve("worker-" + worker), left)))
        .toList()
        .forEach(CompletableFuture::join);
    System.out.print(KillPointTally.table(tallies));
    if (!broken.isEmpty()) {
      throw new AssertionError(broken.size() + " points broke the promise", broken.get(0));
    }
    KillPointTally.sum(List.copyOf(tallies.values())).assertThatNothingIsLostOrPaidForTwice();
  }

  private void work(Path own, Queue<KillPoint> left) {
    try (KillPoints points = new KillPoints(own, simulator)) {
      KillScene made = scene.apply(points);
      for (KillPoint at = left.poll(); at != null; at = left.poll()) {
        dieAt(at, made, points);
      }
    }
  }

  /** A long series goes on after a point that broke the promise, and tells of all of them. */
  private void dieAt(KillPoint at, KillScene made, KillPoints points) {
    try {
      KillPointTally tally = points.die(made, at);
      add(made.name() + ": " + at.kind(), tally);
    } catch (AssertionError | RuntimeException failure) {
      System.out.printf("%s, %s: %s%n", made.name(), at, failure);
      broken.add(failure);
    }
  }

  /** Prints the table as it grows, since a long series takes its time. */
  private synchronized void add(String name, KillPointTally tally) {
    tallies.merge(name, tally, KillPointTally::plus);
    if (KillPointTally.sum(List.copyOf(tallies.values())).points() % PRINT_EVERY == 0) {
      System.out.print(KillPointTally.table(tallies));
    }
  }
}
