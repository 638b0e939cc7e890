package dev.dailies.provider.cometapi;

import dev.dailies.provider.ModelChoice;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Review;
import dev.dailies.provider.Shot;
import dev.dailies.provider.TimeRange;
import java.util.Optional;

/** One of the two formats in which CometAPI can be asked. */
interface WireFormat {

  /** True if there is a route for the operation. */
  boolean offers(Operation operation);

  /** Judges a shot by the pages of its route. */
  Review review(Shot shot);

  /** Writes what would be sent, see {@link dev.dailies.provider.Provider#draft}. */
  String draft(Shot shot);

  /** The model that a shot goes to, see {@link dev.dailies.provider.Provider#model}. */
  ModelChoice model(Shot shot);

  /** How long it takes, see {@link dev.dailies.provider.Provider#usualTime}. */
  Optional<TimeRange> usualTime(Shot shot);

  /** Writes a shot as the request that its route takes. */
  Preparation prepare(Shot shot);
}
