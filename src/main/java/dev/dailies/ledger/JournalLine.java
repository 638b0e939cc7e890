package dev.dailies.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dailies.provider.Request;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal, with exactly one of three facts.
 *
 * @param attempt the id of the attempt
 * @param sent the request that is about to be sent
 * @param ticket the ticket that the provider gave
 * @param putOff true if the provider certainly took nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JournalLine(
    String attempt, @Nullable Sent sent, @Nullable String ticket, @Nullable Boolean putOff) {

  /**
   * What it takes to recognize the task and to poll it, without its prompt.
   *
   * @param type of the provider
   * @param price expected, in US dollars; null if unknown
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sent(
      Instant at,
      String shot,
      int take,
      int revision,
      String digest,
      String provider,
      String type,
      String baseUrl,
      String route,
      @Nullable String model,
      @Nullable BigDecimal price) {

    static Sent of(Task task, String type, Request request, Instant at) {
      return new Sent(
          at,
          task.shotId(),
          task.take(),
          task.revision(),
          task.digest(),
          String.valueOf(task.provider()),
          type,
          request.baseUrl(),
          request.route(),
          request.model(),
          request.price() == null ? null : request.price().usd());
    }
  }
}
