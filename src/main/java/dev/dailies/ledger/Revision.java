package dev.dailies.ledger;

/**
 * What matching a row needs to know of one revision of a take.
 *
 * @param number counts from 1
 * @param plan the newest plan that saw it
 * @param line where that plan saw it
 */
record Revision(
    long id, int number, TaskState state, int version, long plan, long line, String digest) {}
