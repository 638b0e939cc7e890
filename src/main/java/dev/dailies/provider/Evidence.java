package dev.dailies.provider;

import org.jspecify.annotations.Nullable;

/**
 * What an outcome rests on, for the event log.
 *
 * @param httpStatus null if no answer came
 * @param requestId the provider's own id of the exchange, if it sent one
 * @param isPage true if the answer was a web page: no word of the provider's own, but of a login or
 *     a guard in front of it
 */
public record Evidence(@Nullable Integer httpStatus, @Nullable String requestId, boolean isPage) {

  /** How the ids of exchanges with a simulator begin. */
  public static final String SIMULATED = "simulated-";

  /** No answer came. */
  public static final Evidence NONE = new Evidence(null, null);

  /** An answer of the provider's own. */
  public Evidence(@Nullable Integer httpStatus, @Nullable String requestId) {
    this(httpStatus, requestId, false);
  }

  /** True if the answer closed the door: it redirects, or lets nobody in. */
  public boolean isClosedDoor() {
    return httpStatus != null && httpStatus >= 300 && httpStatus < 500;
  }
}
