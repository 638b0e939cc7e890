package dev.dailies.ledger;

import dev.dailies.provider.Price;
import dev.dailies.provider.Request;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A take that was paid for and whose files are here, as their sidecars tell.
 *
 * @param shot the id of its row
 * @param provider by its name in the settings
 * @param request of the attempt that made the files, without what may not be passed on
 * @param attempts all of them, numbered from 1
 * @param outputs those with a file
 */
public record PaidTake(
    String shot,
    int take,
    int revision,
    String provider,
    Request request,
    List<Paid> attempts,
    List<Output> outputs) {

  public PaidTake {
    attempts = List.copyOf(attempts);
    outputs = List.copyOf(outputs);
  }

  /**
   * One attempt.
   *
   * @param ticket null if the provider gave none
   * @param asked what it was expected to cost; null if nobody knew
   * @param charged null if the provider did not say
   */
  public record Paid(
      @Nullable String ticket,
      @Nullable Price asked,
      @Nullable Price charged,
      Instant sentAt,
      @Nullable Instant acceptedAt,
      @Nullable Instant endedAt) {

    Cost cost() {
      return Cost.of(charged == null ? asked : charged);
    }
  }

  /** The same with the results of both. */
  public PaidTake with(List<Output> all) {
    return new PaidTake(shot, take, revision, provider, request, attempts, all);
  }

  /** Its name for people, as a task has it. */
  public String name() {
    return Task.name(shot, take, revision);
  }

  /** What the attempts have cost that the provider took. */
  public Cost cost() {
    return attempts.stream()
        .filter(paid -> paid.acceptedAt() != null)
        .map(Paid::cost)
        .reduce(Cost.ZERO, Cost::plus);
  }

  /** What the id is compared by. */
  public String key() {
    return TaskId.key(shot);
  }

  Paid newest() {
    return attempts.get(attempts.size() - 1);
  }
}
