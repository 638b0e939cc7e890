package dev.dailies.cli;

/**
 * What came of a command that was typed.
 *
 * @param code that the process would have ended with
 */
public record Typed(int code, String out, String err) {}
