package dev.dailies.manifest;

import dev.dailies.provider.Provider;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The providers that rows may name.
 *
 * @param usual the name of the provider of rows that name none; null if they must
 * @param names all that are configured, for messages
 * @param named finds a provider by its name; null if there is none
 */
public record ProviderChoice(
    @Nullable String usual, SortedSet<String> names, Function<String, @Nullable Provider> named) {}
