package dev.dailies.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Probe;
import dev.dailies.provider.Submission;
import dev.dailies.provider.spi.SomeSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours pass when a test says so. The wall clock jumps, and nobody waits for it. */
@Timeout(30)
class GateTimeTest {

  private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");
  private static final Submission ACCEPTED = new Submission.Accepted("t", null, Evidence.NONE);
  private static final Submission REFUSED = new Submission.Refused("bad", "no", Evidence.NONE);
  private static final Submission UNKNOWN = new Submission.Unknown("reset", Evidence.NONE);

  private final AtomicLong nanoTime = new AtomicLong();
  private final WallClock wall = new WallClock();

  private Gate gate(String rate) {
    var settings = Map.of("submit-rate", rate, "breaker-wait", "1h", "give-up-after", "15m");
    return new Gate("acme", SomeSettings.with(settings), wall, reason -> {}, nanoTime::get);
  }

  private void pass(Duration time) {
    nanoTime.addAndGet(time.toNanos());
    wall.now = wall.now.plus(time);
  }

  private static Submission tooMany(@Nullable Duration retryAfter) {
    return new Submission.NotNow("too many", retryAfter, false, new Evidence(429, null));
  }

  /** Empty if the gate is shut now. */
  private static Optional<Permit> tryEnter(Gate gate) {
    AtomicInteger tries = new AtomicInteger();
    return gate.enter(() -> tries.incrementAndGet() > 3, () -> Probe.UNKNOWN);
  }

  private static void send(Gate gate, Submission outcome) {
    gate.enter(() -> false, () -> Probe.UNKNOWN).orElseThrow().settle(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-P366D", "-PT1H", "-PT5M", "PT5M", "PT1H", "P366D"})
  void aPauseEndsWhateverTheWallClockSays(Duration jump) {
    Gate gate = gate("1000/s");
    send(gate, tooMany(Duration.ofMinutes(10)));

    wall.now = wall.now.plus(jump);
    assertThat(tryEnter(gate)).isEmpty();
    pass(Duration.ofMinutes(10));

    assertThat(tryEnter(gate)).isPresent();
  }

  @Test
  void saysWhenTheBreakerLetsOneTry() {
    Gate gate = gate("1000/s");
    for (int n = 0; n < 5; n++) {
      send(gate, UNKNOWN);
    }
    pass(Duration.ofMinutes(10));

    assertThat(gate.waitsFor())
        .hasValueSatisfying(
            wait -> {
              assertThat(wait.next()).isEqualTo(NOON.plus(Duration.ofHours(1)));
              assertThat(wait.givesUp()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"-P366D", "-PT1H", "-PT5M", "PT5M", "PT1H", "P366D"})
  void theBreakersWaitEndsWhateverTheWallClockSays(Duration jump) {
    var settings = Map.of("submit-rate", "1000/s", "breaker-wait", "1h", "give-up-after", "24h");
    Gate gate = new Gate("acme", SomeSettings.with(settings), wall, reason -> {}, nanoTime::get);
    for (int n = 0; n < 5; n++) {
      send(gate, UNKNOWN);
    }

    wall.now = wall.now.plus(jump);
    pass(Duration.ofMinutes(59));
    assertThat(tryEnter(gate)).isEmpty();
    pass(Duration.ofMinutes(2));

    assertThat(tryEnter(gate)).isPresent();
  }

  @Test
  void takesAWebPageForAnOutageWhereItWasLetIn() {
    Gate gate = gate("1000/s");
    gate.hasWorked();
    var page = new Submission.Halt(HaltCause.CREDENTIALS, "go away", new Evidence(403, null, true));
    for (int n = 0; n < 5; n++) {
      gate.unprepared(page);
      pass(Duration.ofMinutes(2));
    }
    assertThat(gate.stopReason()).isEmpty();

    for (int n = 0; n < 5; n++) {
      gate.unprepared(page);
      pass(Duration.ofMinutes(2));
    }

    assertThat(gate.stopReason()).map(StopReason::kind).contains(Kind.UNAVAILABLE);
  }

  @Test
  void takesShortRefusalsWithoutReliefForAQuota() {
    Gate gate = gate("1000/s");

    for (int n = 0; n <= 90; n++) {
      assertThat(gate.stopReason()).isEmpty();
      send(gate, tooMany(Duration.ofSeconds(10)));
      pass(Duration.ofSeconds(10));
    }
    send(gate, tooMany(Duration.ofSeconds(10)));

    StopReason reason = gate.stopReason().orElseThrow();
    assertThat(reason.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(reason.text())
        .isEqualTo(
            "acme keeps saying \"too many\" and has taken nothing for 15 min: a daily quota is"
                + " probably used up");
    assertThat(reason.comeBack()).isEqualTo(NOON.plus(Duration.ofHours(24)));
  }

  @Test
  void takesRefusalsThatNameNoTimeForAQuota() {
    Gate gate = gate("1000/s");

    for (int n = 0; n < 17; n++) {
      assertThat(gate.stopReason()).isEmpty();
      send(gate, tooMany(null));
      pass(Duration.ofMinutes(1));
    }

    assertThat(gate.stopReason()).map(StopReason::text).get().asString().contains("quota");
  }

  @Test
  void aShotThatIsTakenIsARelief() {
    Gate gate = gate("1000/s");

    for (int n = 0; n < 200; n++) {
      send(gate, n % 20 == 19 ? ACCEPTED : tooMany(Duration.ofSeconds(30)));
      pass(Duration.ofSeconds(30));
    }

    assertThat(gate.stopReason()).isEmpty();
  }

  @Test
  void aRowThatIsRefusedIsNoRelief() {
    Gate gate = gate("1000/s");

    for (int n = 0; n < 200 && gate.stopReason().isEmpty(); n++) {
      send(gate, n % 20 == 19 ? REFUSED : tooMany(Duration.ofSeconds(30)));
      pass(Duration.ofSeconds(30));
    }

    assertThat(gate.stopReason()).map(StopReason::kind).contains(Kind.UNAVAILABLE);
  }

  @Test
  void theWaitForATurnIsNoRelief() {
    var settings = SomeSettings.with(Map.of("submit-rate", "1/h", "give-up-after", "15m"));
    Outage outage = new Outage("acme", settings, nanoTime::get, wall);

    outage.goesOn(0, "why", null);
    pass(Duration.ofMinutes(61));
    outage.goesOn(0, "why", null);

    assertThat(outage.hopeless()).isPresent();
  }

  @Test
  void namesNoQuotaWhereNobodyAnswers() {
    Gate gate = gate("1000/s");
    var gateway = new Evidence(502, null);
    var unreachable = new Submission.NotNow("bad gateway", Duration.ZERO, true, gateway);
    send(gate, unreachable);
    pass(Duration.ofMinutes(14));
    send(gate, unreachable);
    pass(Duration.ofMinutes(2));

    send(gate, unreachable);

    StopReason reason = gate.stopReason().orElseThrow();
    assertThat(reason.text())
        .startsWith("acme has taken nothing for 15 min: bad gateway (3 tries since ")
        .doesNotContain("quota");
    assertThat(reason.comeBack()).isEqualTo(wall.now.plus(Duration.ofMinutes(15)));
  }

  /** What the machine that it runs on believes. */
  private static final class WallClock extends Clock {

    private Instant now = NOON;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("a zone is of no use here");
    }
  }
}
