package dev.dailies.provider.cometapi;

import dev.dailies.provider.Price;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is left to spend: {@code total_quota}, in dollars. */
final class Balance {

  private final Quota quota;

  Balance(Quota quota) {
    this.quota = quota;
  }

  /** Asks once; null if nobody says. */
  @Nullable Price ask() {
    return quota.ask("").fold(this::read, broken -> null);
  }

  private @Nullable Price read(Exchange.Answer answer) {
    JsonAnswer read = new JsonAnswer(answer, quota.key());
    JsonNode left = read.root().path("total_quota");
    boolean meant = read.isSuccess() && left.isNumber() && Math.abs(left.asDouble()) <= Quota.MOST;
    // An account may be in debt.
    return meant ? new Price(left.decimalValue().max(BigDecimal.ZERO)) : null;
  }
}
