package dev.dailies.ledger;

import java.util.List;

/**
 * Files of several tasks that are byte by byte the same: a provider may have mixed up its results.
 *
 * @param names in the output folder, at least two
 */
public record SameFile(String sha256, List<String> names) {}
