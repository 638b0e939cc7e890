package dev.dailies.job.settle;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.dailies.ledger.Cost;
import dev.dailies.ledger.FailureClass;
import dev.dailies.ledger.History.TicketBy;
import dev.dailies.ledger.TaskState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task's history, fit to be passed on: no whole URL, no secret, no data URI.
 *
 * @param task its name
 * @param line of its row, where the newest plan that saw it found it
 * @param inManifest true if the newest plan saw its row
 * @param failureClass null unless it failed for good
 * @param why it was or was not repeated; empty if there is nothing to repeat
 * @param cost of all attempts together
 * @param whereToLook where a person finds out what became of a task in doubt; null if it is none
 * @param advice what to do next
 * @param commands to type, of which one is chosen
 * @param results what it made, and where the provider keeps it
 */
public record Explanation(
    String task,
    TaskState state,
    @Nullable String reasonCode,
    @Nullable String reason,
    long line,
    boolean inManifest,
    @Nullable String operation,
    String prompt,
    @Nullable FailureClass failureClass,
    List<Sent> attempts,
    List<Step> history,
    String why,
    Spending cost,
    @Nullable String whereToLook,
    String advice,
    List<String> commands,
    List<Result> results) {

  /**
   * One result.
   *
   * @param file its name in the folder; null if it is not here
   * @param link without what signs it, unless a person wanted that
   * @param warning what a person should know of it; null if there is nothing
   */
  public record Result(int output, @Nullable String file, String link, @Nullable String warning) {}

  /**
   * One attempt. Prices are in US dollars.
   *
   * @param acceptedAt when the ticket came; null if the provider did not take it, or nobody knows
   * @param ticketBy how the ticket came; null if there is none
   * @param endedAt null if its last word has not come
   * @param priceAsked what it was expected to cost; null if nobody knows
   * @param priceCharged what the provider says it cost; null if it does not say
   */
  public record Sent(
      int number,
      String provider,
      @Nullable String model,
      @Nullable String ticket,
      Instant sentAt,
      @Nullable Instant acceptedAt,
      @Nullable TicketBy ticketBy,
      @Nullable Instant endedAt,
      @Nullable BigDecimal priceAsked,
      @Nullable BigDecimal priceCharged) {}

  /** One change of state. */
  public record Step(
      Instant at,
      @Nullable Integer attempt,
      TaskState from,
      TaskState to,
      @Nullable Integer httpStatus,
      @Nullable String requestId,
      @Nullable String code,
      @Nullable String reason) {}

  /**
   * What the attempts came to.
   *
   * @param spent for what the provider took: as charged, else as expected
   * @param maybe for what was sent and may have been taken
   */
  public record Spending(Cost spent, Cost maybe) {

    /** In JSON the two amounts share one count. */
    private record Written(BigDecimal spent, BigDecimal maybe, long unpriced) {}

    @JsonValue
    Written written() {
      return new Written(spent.usd(), maybe.usd(), unpriced());
    }

    /** How many of these attempts have a price that nobody knows. */
    public long unpriced() {
      return spent.unpriced() + maybe.unpriced();
    }
  }
}
