package dev.dailies.provider.comfyui.workflow;

import java.math.BigDecimal;

/**
 * Turns a number of the manifest into the one that a workflow wants: seconds into frames.
 *
 * @param times multiplied first
 * @param plus added then
 */
public record LinearScale(BigDecimal times, BigDecimal plus) {

  /** Leaves a number as it is. */
  static final LinearScale NONE = new LinearScale(BigDecimal.ONE, BigDecimal.ZERO);

  /** The number that the workflow wants; anything but a number stays what it is. */
  public Object of(Object value) {
    return value instanceof Number number && !equals(NONE)
        ? new BigDecimal(number.toString()).multiply(times).add(plus)
        : value;
  }
}
