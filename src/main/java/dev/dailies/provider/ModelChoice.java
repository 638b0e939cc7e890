package dev.dailies.provider;

import org.jspecify.annotations.Nullable;

/**
 * The model that a shot goes to.
 *
 * @param name null where nobody chooses one
 * @param usual true if the row names none, and gets the one that is usual
 */
public record ModelChoice(@Nullable String name, boolean usual) {}
