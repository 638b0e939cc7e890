package dev.dailies;

/**
 * A task of a {@link MortalJob}.
 *
 * @param end the state that it ends in, unless it is in doubt
 */
record MortalTask(String name, String prompt, String end) {}
