package dev.dailies.ledger;

import java.util.List;

/**
 * All that ever happened to a task.
 *
 * @param attempts those that may have cost money, and those that were refused, oldest first
 * @param events oldest first
 */
public record History(TaskView view, List<SentAttempt> attempts, List<Event> events) {}
