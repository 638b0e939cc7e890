package dev.dailies.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One result of a task.
 *
 * @param number counts from 1
 * @param url where the provider offered it; may hold a signature
 * @param file its file; null until that is on disk
 */
public record Output(int number, String url, @Nullable DeliveredFile file) {}
