package dev.dailies.provider;

/**
 * The frozen facts of an accepted attempt: all that polling it needs.
 *
 * @param ticket the provider's own id of the task, opaque
 */
public record Attempt(AttemptId id, Request request, String ticket) {}
