package dev.dailies.report;

import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.PaidTake;
import java.util.Map;

/**
 * What a sidecar tells of its file.
 *
 * @param job the UUID of the output folder that it was made in
 * @param line of its row, when it was made
 * @param columns what the row asked for, without what may not be passed on
 * @param take with this one file
 */
public record PaidClip(
    String job, long line, Map<String, String> columns, PaidTake take, DeliveredFile file) {}
