package dev.dailies.simulator.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.Operation;
import dev.dailies.simulator.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IssuedTicketTest {

  private static final TicketIssuer.Rules RULES =
      new TicketIssuer.Rules(Duration.ofSeconds(4), 0.25, 0, 0);
  private static final Random RANDOM = new Random(1);

  @Test
  void idHoldsTheWholeTask() {
    for (int i = 0; i < 10_000; i++) {
      IssuedTicket ticket = any();
      assertThat(IssuedTicket.parse(ticket.id())).contains(ticket);
    }
  }

  @Test
  void changingAnyDigitMakesTheIdUnknown() {
    String id = any().id();
    for (int place = 0; place < id.length(); place++) {
      if (id.charAt(place) != '-') {
        char other = id.charAt(place) == '7' ? '8' : '7';
        String changed = id.substring(0, place) + other + id.substring(place + 1);
        assertThat(IssuedTicket.parse(changed)).as(changed).isEmpty();
      }
    }
  }

  @Test
  void knowsNoIdThatItDidNotIssue() {
    assertThat(IssuedTicket.parse("")).isEmpty();
    assertThat(IssuedTicket.parse("1-1-1-1-1")).isEmpty();
    assertThat(IssuedTicket.parse("../etc/passwd")).isEmpty();
    assertThat(IssuedTicket.parse("3d957031-9a2a-45e2-9dc7-bc8513059c50")).isEmpty();
    assertThat(IssuedTicket.parse(any().id().toUpperCase(Locale.ROOT))).isEmpty();
    for (int i = 0; i < 1_000; i++) {
      assertThat(IssuedTicket.parse(UUID.randomUUID().toString())).isEmpty();
    }
  }

  /** A simulator reads the ids that an earlier one has issued. */
  @Test
  void everyOperationKeepsItsNumberInAnId() {
    assertThat(Stream.of(Operation.values()).map(IssuedTicketTest::number))
        .containsExactly(2L, 0L, 1L, 3L, 4L, 5L);
  }

  private static long number(Operation operation) {
    IssuedTicket ticket =
        new IssuedTicket(1, 2, 3, Outcome.SUCCEEDS, 4, operation, Shape.WIDE, new SizeClass(5));
    return UUID.fromString(ticket.id()).getMostSignificantBits() & 0x7;
  }

  @Test
  void noTwoTicketsOfOneMillisecondAreEqual() {
    TicketIssuer issuer = new TicketIssuer(RULES, new HandClock(Instant.ofEpochSecond(1)), RANDOM);
    Order order = Order.by(Operation.IMAGE_TO_VIDEO, "");
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < IssuedTicket.SERIALS; i++) {
      assertThat(ids.add(issuer.issue(order).id())).isTrue();
    }
  }

  @Test
  void generationTimesLieAroundTheSetting() {
    TicketIssuer.Rules rules = new TicketIssuer.Rules(Duration.ofSeconds(10), 0.5, 0, 0);
    TicketIssuer issuer =
        new TicketIssuer(rules, new HandClock(Instant.ofEpochSecond(1)), new Random(2));
    Order order = Order.by(Operation.IMAGE_TO_VIDEO, "");
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int i = 0; i < 1_000; i++) {
      least = Math.min(least, issuer.issue(order).generation());
      most = Math.max(most, issuer.issue(order).generation());
    }
    assertThat(least).isBetween(5_000, 5_200);
    assertThat(most).isBetween(14_800, 15_000);
  }

  private static IssuedTicket any() {
    return new IssuedTicket(
        RANDOM.nextLong(1L << 42),
        RANDOM.nextInt(IssuedTicket.SERIALS),
        RANDOM.nextInt(16),
        one(Outcome.values()),
        RANDOM.nextInt(IssuedTicket.LONGEST_GENERATION + 1),
        one(Operation.values()),
        new Shape(RANDOM.nextInt(Shape.CODES)),
        new SizeClass(RANDOM.nextInt(1 << SizeClass.BITS)));
  }

  private static <T> T one(T[] of) {
    return List.of(of).get(RANDOM.nextInt(of.length));
  }
}
