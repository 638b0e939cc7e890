package dev.dailies.simulator.runway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a field of a create may hold.
 *
 * @param type text, choice, whole, flag, list, object; image or video for an asset; images for one
 *     image or a list of them
 * @param least of a number, a text's length, or a list's size; null for no limit
 * @param most as least
 * @param of what a choice is of
 */
record FieldRule(
    String type,
    boolean required,
    @Nullable Long least,
    @Nullable Long most,
    @Nullable List<Object> of) {

  boolean isBelow(long value) {
    return least != null && value < least;
  }

  boolean isAbove(long value) {
    return most != null && value > most;
  }
}
