package dev.dailies.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person needs in order to settle a task in doubt. All texts are fit to be passed on.
 *
 * @param provider where it was sent to
 * @param sentAt just before the attempt in doubt was sent; null if the ledger has lost that
 * @param prompt as it was planned
 * @param requestId the provider's own id of the exchange; null if no answer came with one
 * @param mayHaveCostUsd what the attempt was expected to cost; null if nobody knows
 * @param whereToLook where a person finds out what became of it, as the end of "look …"
 * @param lookAt the address to open for that; null if none is known
 * @param command to type in order to be asked about it
 * @param commands to type, of which one is chosen
 */
public record Doubtful(
    String provider,
    @Nullable Instant sentAt,
    String prompt,
    @Nullable String requestId,
    @Nullable BigDecimal mayHaveCostUsd,
    String whereToLook,
    @Nullable String lookAt,
    String command,
    List<String> commands) {

  public Doubtful {
    commands = List.copyOf(commands);
  }
}
