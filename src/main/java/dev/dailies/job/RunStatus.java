package dev.dailies.job;

import dev.dailies.ledger.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a run stands at one moment, for people to watch.
 *
 * @param counts tasks by state
 * @param waitsFor what keeps a provider's submissions back, by provider; most have no entry
 * @param stopReasons why something is not sent any more
 */
public record RunStatus(
    Instant startedAt,
    Instant at,
    Map<TaskState, Long> counts,
    Map<String, String> waitsFor,
    List<String> stopReasons) {}
