package dev.dailies.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaskStateTest {

  /** The design's table, typed in a second time. */
  private static final String TABLE =
      """
      PLANNED: SUBMITTING REJECTED WITHDRAWN
      SUBMITTING: SUBMITTED SUCCEEDED REJECTED IN_DOUBT PLANNED
      SUBMITTED: SUCCEEDED FAILED CANCELLED LOST PLANNED
      SUCCEEDED: DELIVERED UNDELIVERED
      UNDELIVERED: SUCCEEDED
      LOST: SUBMITTED PLANNED CANCELLED
      IN_DOUBT: SUBMITTED PLANNED CANCELLED
      FAILED: PLANNED
      CANCELLED: PLANNED
      REJECTED: PLANNED WITHDRAWN
      WITHDRAWN: PLANNED REJECTED
      DELIVERED:\s
      """;

  @ParameterizedTest
  @MethodSource("pairs")
  void followsTheTable(TaskState from, TaskState to) {
    assertThat(from.mayBecome(to)).isEqualTo(allowed().contains(from + ">" + to));
  }

  static Stream<Arguments> pairs() {
    return Stream.of(TaskState.values())
        .flatMap(from -> Stream.of(TaskState.values()).map(to -> Arguments.of(from, to)));
  }

  /** Every allowed transition, as {@code FROM>TO}. */
  static Set<String> allowed() {
    return TABLE
        .lines()
        .map(line -> line.split(": ?", 2))
        .flatMap(line -> Stream.of(line[1].strip().split(" ")).map(to -> line[0] + ">" + to))
        .filter(pair -> !pair.endsWith(">"))
        .collect(Collectors.toSet());
  }
}
