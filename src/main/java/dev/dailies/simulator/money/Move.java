package dev.dailies.simulator.money;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Money that left an account for a task, or came back.
 *
 * @param amount in what the provider counts; negative for what came back
 * @param at milliseconds since 1970
 */
public record Move(Charge charge, BigDecimal amount, long at) {

  /** The day on which it was, in UTC. */
  public LocalDate day() {
    return Instant.ofEpochMilli(at).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** True for what came back. */
  public boolean isRefund() {
    return amount.signum() < 0;
  }
}
