package dev.dailies.simulator;

import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.LinkWish;
import dev.dailies.provider.ModelChoice;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Probe;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Provider;
import dev.dailies.provider.Recovery;
import dev.dailies.provider.Request;
import dev.dailies.provider.Review;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import dev.dailies.provider.TimeRange;
import java.util.Optional;

/**
 * Talks to the simulator in this process through the adapter of the real thing. An attempt's
 * address is that of an earlier simulator, which died with its process; this one knows its tickets.
 */
final class SimulatedProvider implements Provider, AutoCloseable {

  private final Simulator simulator;
  private final Provider adapter;
  private final TimeRange time;

  /**
   * @param time how long the simulator takes for a clip
   */
  SimulatedProvider(Simulator simulator, Provider adapter, TimeRange time) {
    this.simulator = simulator;
    this.adapter = adapter;
    this.time = time;
  }

  @Override
  public Review review(Shot shot) {
    return adapter.review(shot);
  }

  @Override
  public Preparation prepare(Shot shot) {
    return adapter.prepare(shot);
  }

  @Override
  public String draft(Shot shot) {
    return adapter.draft(shot);
  }

  @Override
  public ModelChoice model(Shot shot) {
    return adapter.model(shot);
  }

  @Override
  public Optional<TimeRange> usualTime(Shot shot) {
    return Optional.of(time);
  }

  @Override
  public Submission submit(Request request, AttemptId id) {
    return adapter.submit(request, id);
  }

  @Override
  public Progress poll(Attempt attempt) {
    Request then = attempt.request();
    Request now =
        new Request(
            simulator.baseUrl().toString(), then.route(), then.model(), then.body(), then.price());
    return adapter.poll(new Attempt(attempt.id(), now, attempt.ticket()));
  }

  /** Whatever the address was then, its tickets are known here. */
  @Override
  public boolean stillNames(String baseUrl) {
    return true;
  }

  @Override
  public Recovery recovery() {
    return new Recovery.ByAPerson("at the simulator, if it still runs", null);
  }

  @Override
  public Probe probe(Request request) {
    return adapter.probe(request);
  }

  /** It makes its clips of nothing. */
  @Override
  public Optional<LinkWish> links() {
    return Optional.empty();
  }

  @Override
  public void close() {
    simulator.close();
  }
}
