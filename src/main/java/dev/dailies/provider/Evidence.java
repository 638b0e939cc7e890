package dev.dailies.provider;

import org.jspecify.annotations.Nullable;

/**
 * What an outcome rests on, for the event log.
 *
 * @param httpStatus null if no answer came
 * @param requestId the provider's own id of the exchange, if it sent one
 */
public record Evidence(@Nullable Integer httpStatus, @Nullable String requestId) {

  /** No answer came. */
  public static final Evidence NONE = new Evidence(null, null);
}
