package dev.dailies.pacing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What fails again and again at one provider and is tried again, beside its submissions, which are
 * the {@link Gate}'s.
 */
public final class Troubles {

  private final String provider;
  private final Clock clock;
  private final Map<String, Wait> waits = new LinkedHashMap<>();

  /**
   * @param clock only for the dates that people are shown
   */
  public Troubles(String provider, Clock clock) {
    this.provider = provider;
    this.clock = clock;
  }

  /**
   * Notes that something has failed once more.
   *
   * @param what was tried, as in {@code cannot see the tasks at}, to be followed by the address
   * @param why it failed
   * @param wait until it is tried again
   */
  public void failed(String what, String address, String why, Duration wait) {
    failed(what, address, why, wait, null);
  }

  /**
   * The same of what is not tried for ever.
   *
   * @param givesUp when this run tries it no longer; null if nobody knows
   */
  public synchronized void failed(
      String what, String address, String why, Duration wait, @Nullable Instant givesUp) {
    String trouble = what + " " + address;
    Instant now = clock.instant();
    Wait before = waits.get(trouble);
    waits.put(
        trouble,
        new Wait(
            provider,
            address,
            trouble + ": " + why,
            before == null ? 1 : before.tries() + 1,
            before == null ? now : before.since(),
            now.plus(wait),
            givesUp));
  }

  /** Notes that it has worked. */
  public synchronized void passed(String what, String address) {
    waits.remove(what + " " + address);
  }

  /** What fails now. */
  public synchronized List<Wait> waits() {
    return List.copyOf(waits.values());
  }

  /** The same of one thing. */
  public synchronized Optional<Wait> of(String what, String address) {
    return Optional.ofNullable(waits.get(what + " " + address));
  }
}
