package dev.dailies.provider;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider shows by a harmless call: whether it is there and lets us in, and what it tells
 * of the account.
 *
 * @param obstacle why nothing could be sent there now; null if it has answered, and let us in
 * @param clockAhead how far its clock is ahead of this machine's, to the second; null if it does
 *     not tell the time
 * @param balance what is left to spend; null if it does not say
 * @param limits of the models that it names limits of
 */
public record Account(
    Submission.@Nullable NothingCreated obstacle,
    @Nullable Duration clockAhead,
    @Nullable Price balance,
    List<ModelLimit> limits) {

  public Account {
    limits = List.copyOf(limits);
  }

  /** The answer of one that nothing can be asked of. */
  public static Account shut(Submission.NothingCreated obstacle) {
    return new Account(obstacle, null, null, List.of());
  }

  /** The same with what it tells of the money. */
  public Account with(@Nullable Price left, List<ModelLimit> ofModels) {
    return new Account(obstacle, clockAhead, left, ofModels);
  }

  /**
   * How much of a model the account may use.
   *
   * @param atOnce tasks that run at the same time; null if it does not say
   * @param leftToday tasks that may still be made in this day of the provider's; null if it does
   *     not say
   */
  public record ModelLimit(String model, @Nullable Integer atOnce, @Nullable Long leftToday) {}
}
