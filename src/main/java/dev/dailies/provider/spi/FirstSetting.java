package dev.dailies.provider.spi;

/**
 * A setting that a job must name before anything can be planned.
 *
 * @param name its name below the provider's, as in {@code workflow}
 * @param question what to ask a person for, without a mark at its end
 * @param usual what most people would answer; empty if nobody can tell
 * @param isFile true if it names a file
 */
public record FirstSetting(String name, String question, String usual, boolean isFile) {}
