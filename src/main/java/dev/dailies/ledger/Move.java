package dev.dailies.ledger;

/** A committed change of a task's state. */
public record Move(Task task, TaskState from, TaskState to) {}
