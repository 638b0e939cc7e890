package dev.dailies.delivery;

import dev.dailies.media.MediaType;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a file without fetching it.
 *
 * @param objection why nothing was seen; null if its first bytes were
 * @param type by its first bytes; null for what is no media file
 * @param isPage true if it begins as a web page does
 * @param bytes its length, if the server says
 */
public record Peek(
    @Nullable Downloaded objection, @Nullable MediaType type, boolean isPage, OptionalLong bytes) {}
