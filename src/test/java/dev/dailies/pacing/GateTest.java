package dev.dailies.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.dailies.OwnThread;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Probe;
import dev.dailies.provider.Submission;
import dev.dailies.provider.spi.SomeSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every wait is real, and short. */
@Timeout(30)
class GateTest {

  private static final Instant NOW = Instant.parse("2026-03-12T21:41:07Z");
  private static final Submission ACCEPTED = new Submission.Accepted("t", null, Evidence.NONE);
  private static final Submission UNKNOWN = new Submission.Unknown("reset", Evidence.NONE);

  private final List<StopReason> told = new ArrayList<>();

  private Gate gate(String... settings) {
    Map<String, String> all =
        new HashMap<>(
            Map.of("submit-rate", "1000/s", "breaker-wait", "10s", "give-up-after", "1h"));
    for (int n = 0; n < settings.length; n += 2) {
      all.put(settings[n], settings[n + 1]);
    }
    return new Gate("acme", SomeSettings.with(all), Clock.fixed(NOW, ZoneOffset.UTC), told::add);
  }

  private static Submission refused(String reason) {
    return new Submission.Refused("bad", reason, Evidence.NONE);
  }

  private static Submission notNow(@Nullable Duration retryAfter) {
    return new Submission.NotNow("too many", retryAfter, false, Evidence.NONE);
  }

  private static Submission unreachable() {
    return new Submission.NotNow("refused", Duration.ofMillis(1), true, Evidence.NONE);
  }

  /** Waits until the gate opens, as long as it takes. */
  private static Permit enter(Gate gate) {
    return gate.enter(() -> false, () -> Probe.UNKNOWN).orElseThrow();
  }

  /** Waits a little while for the gate to open. */
  private static Optional<Permit> tryEnter(Gate gate) {
    return tryEnter(gate, () -> Probe.UNKNOWN);
  }

  private static Optional<Permit> tryEnter(Gate gate, Supplier<Probe> probe) {
    return gate.enter(after(Duration.ofMillis(150)), probe);
  }

  private static BooleanSupplier after(Duration wait) {
    long start = System.nanoTime();
    return () -> System.nanoTime() - start > wait.toNanos();
  }

  private static void sendAll(Gate gate, Submission... outcomes) {
    for (Submission outcome : outcomes) {
      enter(gate).settle(outcome);
    }
  }

  @Test
  void letsOnePassPerTurn() {
    Gate gate = gate("submit-rate", "50/s");
    enter(gate).settle(ACCEPTED);
    long start = System.nanoTime();

    for (int n = 0; n < 10; n++) {
      enter(gate).settle(ACCEPTED);
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(180));
  }

  @Test
  void closesAfterFiveUnknownOutcomes() {
    Gate gate = gate();

    sendAll(gate, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    assertThat(gate.waitsFor()).isEmpty();
    sendAll(gate, UNKNOWN);

    assertThat(tryEnter(gate)).isEmpty();
    assertThat(gate.waitsFor())
        .hasValueSatisfying(wait -> assertThat(wait.cause()).isEqualTo("reset"));
    assertThat(gate.stopReason()).isEmpty();
  }

  @Test
  void tellsOnceWhyNothingMoreMayBeSent() {
    Gate gate = gate();
    StopReason first = StopReason.at("acme", Kind.ACCOUNT, "no credits");

    gate.drain(first);
    gate.drain(StopReason.at("acme", Kind.UNAVAILABLE, "down"));

    assertThat(told).containsExactly(first);
    assertThat(gate.stopReason()).contains(first);
  }

  @Test
  void staysOpenAfterTwoUnknownOutcomesInFive() {
    Gate gate = gate();

    sendAll(gate, ACCEPTED, UNKNOWN, UNKNOWN, ACCEPTED, refused("nudity"), ACCEPTED);

    assertThat(tryEnter(gate)).isPresent();
  }

  @Test
  void letsOneTryAfterTheBreakersWait() {
    Gate gate = gate("breaker-wait", "300ms");
    sendAll(gate, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    assertThat(tryEnter(gate)).isEmpty();

    Permit trial = enter(gate);
    assertThat(tryEnter(gate)).as("only one may try").isEmpty();
    trial.settle(ACCEPTED);

    assertThat(tryEnter(gate)).as("it is well again").isPresent();
    assertThat(tryEnter(gate)).as("for more than one at a time").isPresent();
  }

  @Test
  void doublesTheBreakersWait() {
    Gate gate = gate("breaker-wait", "200ms");
    sendAll(gate, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    long start = System.nanoTime();

    enter(gate);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(350));
  }

  @Test
  void anUnusedTrialIsPassedOn() {
    Gate gate = gate("breaker-wait", "50ms");
    sendAll(gate, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

    enter(gate).release();

    assertThat(tryEnter(gate)).isPresent();
  }

  @Test
  void aTrialThatIsPutOffOrHaltedIsNoFailure() {
    Gate gate = gate("breaker-wait", "50ms");
    sendAll(gate, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

    enter(gate).settle(notNow(Duration.ofMillis(10)));

    assertThat(tryEnter(gate)).isPresent();
  }

  @Test
  void hasOnlyOneOnTheWireAfterTrouble() {
    Gate gate = gate();
    sendAll(gate, UNKNOWN);

    Permit only = enter(gate);
    assertThat(tryEnter(gate)).isEmpty();
    only.settle(ACCEPTED);

    enter(gate);
    assertThat(tryEnter(gate)).isPresent();
  }

  @Test
  void beingPutOffDoesNotCloseIt() {
    Gate gate = gate();

    for (int n = 0; n < 10; n++) {
      sendAll(gate, notNow(Duration.ofMillis(1)));
    }

    assertThat(tryEnter(gate)).isPresent();
  }

  @Test
  void beingUnreachableClosesIt() {
    Gate gate = gate();

    for (int n = 0; n < 5; n++) {
      sendAll(gate, unreachable());
    }

    assertThat(tryEnter(gate)).isEmpty();
    assertThat(gate.waitsFor())
        .hasValueSatisfying(wait -> assertThat(wait.cause()).isEqualTo("refused"));
  }

  @Test
  void pausesForEverybodyAsLongAsAsked() {
    Gate gate = gate();
    Permit other = enter(gate);
    enter(gate).settle(notNow(Duration.ofMillis(400)));
    long start = System.nanoTime();
    other.settle(ACCEPTED);
    assertThat(gate.waitsFor())
        .hasValueSatisfying(
            wait ->
                assertThat(wait.told(NOW)).matches("too many \\(1 try, at .*\\); next try in 1 s"));

    enter(gate);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(350));
  }

  @Test
  void drainsWhenAskedToWaitTooLong() {
    Gate gate = gate("give-up-after", "1m");

    sendAll(gate, notNow(Duration.ofSeconds(61)));

    StopReason reason = gate.stopReason().orElseThrow();
    assertThat(reason.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(reason.text()).isEqualTo("acme asks to wait for 61 s: too many");
    assertThat(reason.comeBack()).isEqualTo(NOW.plusSeconds(61));
    assertThat(gate.enter(() -> false, () -> Probe.UNKNOWN)).isEmpty();
  }

  @Test
  void givesUpAProviderThatPutsOffAgainAndAgain() {
    Gate gate = gate("give-up-after", "100ms");

    sendAll(gate, notNow(Duration.ofMillis(100)), notNow(Duration.ofMillis(100)));

    assertThat(gate.stopReason())
        .map(StopReason::text)
        .hasValueSatisfying(text -> assertThat(text).contains("has taken nothing for"));
  }

  @Test
  void givesUpWhileTheBreakerIsOpen() {
    Gate gate = gate("give-up-after", "200ms", "breaker-wait", "1h");
    sendAll(gate, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

    assertThat(gate.enter(() -> false, () -> Probe.UNKNOWN)).isEmpty();

    assertThat(gate.stopReason()).map(StopReason::kind).contains(Kind.UNAVAILABLE);
  }

  @Test
  void aWhileWithNothingToSendIsNoTrouble() throws InterruptedException {
    Gate gate = gate("give-up-after", "60ms");
    sendAll(gate, UNKNOWN);
    TimeUnit.MILLISECONDS.sleep(150);

    sendAll(gate, UNKNOWN);

    assertThat(gate.stopReason()).isEmpty();
  }

  @Test
  void itsOwnBackOffIsNoReasonToGiveUp() {
    Gate gate = gate("give-up-after", "300ms");

    sendAll(gate, notNow(null));

    assertThat(gate.stopReason()).isEmpty();
    assertThat(gate.enter(after(Duration.ofSeconds(1)), () -> Probe.UNKNOWN)).isPresent();
  }

  @Test
  void drainsAtAHalt() {
    Gate gate = gate();

    sendAll(gate, new Submission.Halt(HaltCause.CREDENTIALS, "no key", Evidence.NONE));
    gate.drain(StopReason.of(Kind.LIMIT, "later"));

    assertThat(gate.stopReason())
        .as("the first reason stands")
        .contains(StopReason.at("acme", Kind.CREDENTIALS, "no key"));
    assertThat(Gate.kindOf(HaltCause.ACCOUNT)).isEqualTo(Kind.ACCOUNT);
  }

  @Test
  void drainsAfterFiveEqualRefusals() {
    Gate gate = gate();

    sendAll(gate, refused("x"), refused("x"), refused("x"), refused("x"));
    assertThat(gate.stopReason()).isEmpty();
    sendAll(gate, refused("x"));

    assertThat(gate.stopReason()).map(StopReason::kind).contains(Kind.ACCOUNT);
  }

  @Test
  void drainingEndsTheWaitForATurn() {
    Gate gate = gate("submit-rate", "1/h");
    enter(gate);
    CompletableFuture<Optional<Permit>> next =
        OwnThread.start(() -> gate.enter(() -> false, () -> Probe.UNKNOWN));

    gate.drain(StopReason.of(Kind.LIMIT, "enough"));

    assertThat(next.join()).isEmpty();
  }

  @Test
  void aPermitIsForOneRequest() {
    Permit permit = enter(gate());
    permit.settle(ACCEPTED);

    assertThatIllegalStateException().isThrownBy(() -> permit.settle(ACCEPTED));
    assertThatIllegalStateException().isThrownBy(permit::release);
  }

  @Test
  void keepsToTheRateWithManyAtOnce() {
    Gate gate = gate("submit-rate", "50/s");
    enter(gate).settle(ACCEPTED);
    long start = System.nanoTime();

    List<CompletableFuture<Void>> all =
        IntStream.range(0, 10)
            .mapToObj(n -> OwnThread.start(() -> enter(gate).settle(ACCEPTED)))
            .toList();
    all.forEach(CompletableFuture::join);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(180));
  }

  @Test
  void closesAfterThreeFailuresAmongFive() {
    Gate gate = gate();

    sendAll(gate, ACCEPTED, UNKNOWN, UNKNOWN, ACCEPTED);
    assertThat(gate.waitsFor()).isEmpty();
    sendAll(gate, UNKNOWN);

    assertThat(tryEnter(gate)).isEmpty();
  }

  @Test
  void risksNoShotWhileAHarmlessCallFails() {
    AtomicInteger probes = new AtomicInteger();
    Supplier<Probe> ill =
        () -> {
          probes.incrementAndGet();
          return Probe.UNREACHABLE;
        };
    Gate gate = gate("breaker-wait", "20ms", "give-up-after", "1s");
    sendAll(gate, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    assertThat(tryEnter(gate, ill)).as("no outage yet").hasValueSatisfying(Permit::release);
    assertThat(probes).hasValue(0);
    sendAll(gate, UNKNOWN);

    assertThat(gate.enter(() -> false, ill)).isEmpty();

    assertThat(probes).as("the wait doubles").hasValueBetween(2, 6);
    assertThat(gate.stopReason()).map(StopReason::kind).contains(Kind.UNAVAILABLE);
  }

  @Test
  void triesAShotWhenAHarmlessCallSucceeds() {
    Gate gate = gate("breaker-wait", "20ms");
    sendAll(gate, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

    gate.enter(() -> false, () -> Probe.REACHABLE).orElseThrow().settle(ACCEPTED);

    assertThat(gate.waitsFor()).isEmpty();
  }

  @Test
  void believesAClosedDoorWhereItWasLetInOnceItLasts() {
    Gate stranger = gate("poll-interval", "20ms");
    stranger.unprepared(closed(false));
    assertThat(stranger.stopReason()).map(StopReason::kind).contains(Kind.CREDENTIALS);

    Gate known = gate("poll-interval", "20ms");
    known.hasWorked();
    known.unprepared(closed(false));
    assertThat(known.stopReason()).as("one refusal may pass").isEmpty();
    assertThat(known.waitsFor())
        .hasValueSatisfying(wait -> assertThat(wait.cause()).isEqualTo("go away"));

    await()
        .untilAsserted(
            () -> {
              known.unprepared(closed(false));
              assertThat(known.stopReason()).map(StopReason::kind).contains(Kind.CREDENTIALS);
            });
  }

  @Test
  void isOneShotWiserWhereAnAddressRedirects() {
    Gate gate = gate();

    sendAll(gate, new Submission.Unknown("HTTP 302: elsewhere", new Evidence(302, null)));

    assertThat(gate.stopReason()).map(StopReason::kind).contains(Kind.ACCOUNT);
  }

  @Test
  void sendsNothingWhileItIsHeld() {
    Gate gate = gate();
    gate.hold(Duration.ofMinutes(1));

    assertThat(tryEnter(gate)).isEmpty();
    assertThat(gate.waitsFor()).as("that is told by who holds it").isEmpty();
    gate.letGo();
    assertThat(tryEnter(gate)).hasValueSatisfying(Permit::release);
  }

  private static Submission.Halt closed(boolean byAPage) {
    return new Submission.Halt(HaltCause.CREDENTIALS, "go away", new Evidence(403, null, byAPage));
  }
}
