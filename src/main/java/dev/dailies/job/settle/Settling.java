package dev.dailies.job.settle;

/**
 * What a person can decide and ask between two runs.
 *
 * @param doubts what a person can decide about tasks in doubt
 * @param retries what can be sent or fetched again
 * @param redos what can be made again though it is there
 * @param undelivered what was paid for and is not here
 * @param explainer tells the history of tasks
 */
public record Settling(
    Doubts doubts, Retries retries, Redos redos, Undelivered undelivered, Explainer explainer) {}
