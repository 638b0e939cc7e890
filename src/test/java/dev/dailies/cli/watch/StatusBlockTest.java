package dev.dailies.cli.watch;

import static dev.dailies.cli.words.Paint.When.ALWAYS;
import static dev.dailies.cli.words.Paint.When.AUTO;
import static dev.dailies.cli.words.Paint.When.NEVER;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.FAILED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static dev.dailies.ledger.TaskState.SUBMITTING;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.words.JsonLines;
import dev.dailies.cli.words.Paint;
import dev.dailies.job.run.RunStatus;
import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.Wait;
import dev.dailies.text.Times;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusBlockTest {

  private static final Instant START = Instant.parse("2026-03-12T21:00:00Z");

  @Test
  void theBarShowsEveryKindHoweverRare() {
    StateBar bar = StateBar.of(20, UTF_8, Paint.NONE);

    assertThat(bar.of(after(0, Map.of(DELIVERED, 10L, SUBMITTED, 5L, PLANNED, 5L))))
        .isEqualTo("██████████▒▒▒▒▒░░░░░");
    assertThat(bar.of(after(0, Map.of(DELIVERED, 9_998L, FAILED, 1L, PLANNED, 1L))))
        .isEqualTo("██████████████████▚░");
    assertThat(bar.of(after(0, Map.of()))).isEqualTo("░".repeat(20));
  }

  @Test
  void theBarIsPlainWhereTheTerminalKnowsNoBlocks() {
    assertThat(
            StateBar.of(4, US_ASCII, Paint.NONE).of(after(0, Map.of(DELIVERED, 2L, PLANNED, 2L))))
        .isEqualTo("##..");
  }

  @Test
  void doesNotSayThatNothingIsSpentWhereThePriceIsUnknown() {
    RunStatus status = after(60, Map.of(DELIVERED, 2L));
    Money unpriced = new Money(new Cost(BigDecimal.ZERO, 2), Cost.ZERO);

    assertThat(StatusBlock.told(with(unpriced, status))).contains("2 tasks of unknown price");
    assertThat(StatusBlock.told(with(new Money(Cost.ZERO, Cost.ZERO), status)))
        .contains("$0.00 spent");
  }

  private static RunStatus with(Money money, RunStatus status) {
    return new RunStatus(
        status.startedAt(),
        status.at(),
        status.counts(),
        status.toSend(),
        money,
        null,
        List.of(),
        status.waits(),
        status.stopReasons(),
        status.running(),
        status.troubles(),
        null);
  }

  @Test
  void saysWhatIsSpentHowFastItGoesAndWhatItWaitsFor() {
    Throughput tempo = new Throughput();
    tempo.note(after(0, Map.of(PLANNED, 40L)));
    RunStatus status = after(60, Map.of(DELIVERED, 19L, IN_DOUBT, 1L, PLANNED, 20L));
    tempo.note(status);

    assertThat(StatusBlock.lines(status, tempo, StateBar.of(8, UTF_8, Paint.NONE), 80))
        .containsExactly(
            "███▚░░░░  0:01:00, 0:01:00 left",
            "░ 20 not sent  █ 19 delivered  ▚ 1 in doubt",
            "$3.20 spent, $0.40 in doubt, plus 3 tasks of unknown price, 20 a minute",
            "in flight: shot-07, shot-08",
            "shot-03 in doubt: no answer came",
            "waiting for cometapi: paused for 12 s (3 tries since "
                + clock(START)
                + "); next try in 13 s; gives up at "
                + clock(START.plusSeconds(900)),
            "no credits");
  }

  @Test
  void promisesTheTimeOfWhatALimitLetsThisRunSend() {
    Throughput tempo = new Throughput();
    tempo.note(after(0, Map.of(PLANNED, 400L), 20L));
    RunStatus status = after(60, Map.of(DELIVERED, 10L, SUBMITTED, 4L, PLANNED, 386L), 6L);
    tempo.note(status);

    assertThat(StatusBlock.lines(status, tempo, StateBar.of(8, UTF_8, Paint.NONE), 80).get(0))
        .endsWith("  0:01:00, 0:01:00 left");
  }

  @Test
  void cutsNoDoubtOff() {
    RunStatus some =
        after(60, Map.of(PLANNED, 290L, SUBMITTED, 12L, DELIVERED, 280L, FAILED, 8L, IN_DOUBT, 2L));
    RunStatus status =
        new RunStatus(
            some.startedAt(),
            some.at(),
            some.counts(),
            null,
            some.money(),
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Stream.of("a", "b", "c", "d", "e")
                .map(id -> new RunStatus.Trouble(id, id.equals("a") ? IN_DOUBT : FAILED, null))
                .toList(),
            null);

    assertThat(
            StatusBlock.lines(status, new Throughput(), StateBar.of(40, UTF_8, Paint.COLOURS), 60))
        .map(line -> line.replaceAll("\u001b\\[[0-9]+m", ""))
        .contains("░ 290 not sent  ▒ 12 at the provider  █ 280 delivered")
        .contains("▚ 8 failed  ▚ 2 in doubt")
        .endsWith("a in doubt", "d failed", "e failed");
  }

  @Test
  void promisesNothingBeforeItCanTell() {
    Throughput tempo = new Throughput();
    tempo.note(after(0, Map.of(PLANNED, 40L)));
    tempo.note(after(2, Map.of(PLANNED, 20L, DELIVERED, 20L)));
    assertThat(tempo.perMinute()).as("too short a time").isEmpty();

    tempo.note(after(3_000, Map.of(PLANNED, 20L, DELIVERED, 20L)));
    assertThat(tempo.timeLeft()).as("nothing has ended lately").isEmpty();
  }

  @Test
  void writesAgainOnlyWhatHasChangedAndNeverWraps() throws IOException {
    var screen = new ByteArrayOutputStream();
    try (LiveBlock block = new LiveBlock(terminal(screen), UTF_8, Paint.NONE)) {
      block.show(after(1, Map.of(DELIVERED, 1L, PLANNED, 3L)));
      assertThat(shown(screen))
          .contains("░ 3 not sent", "█ 1 delivered", "waiting for cometapi")
          .as("cut where the screen of 24 columns ends")
          .doesNotContain("paused");

      screen.reset();
      block.show(after(2, Map.of(DELIVERED, 1L, PLANNED, 3L)));
      assertThat(shown(screen)).contains("2").doesNotContain("not sent", "spent");
    }
  }

  @Test
  void aLineOfJsonSaysTheSame() {
    StringWriter out = new StringWriter();

    JsonLines.print("status", after(60, Map.of(DELIVERED, 2L)), new PrintWriter(out));

    assertThat(out.toString())
        .startsWith("{\"message_type\":\"status\",\"started_at\":\"2026-03-12T21:00:00Z\"")
        .contains("\"counts\":{\"DELIVERED\":2}", "\"in_doubt\":0.40", "\"stop_reasons\":[");
  }

  @Test
  void theTimeThatIsLeftIsNeverCutOff() throws IOException {
    var screen = new ByteArrayOutputStream();
    Terminal terminal = terminal(screen);
    terminal.setSize(new Size(60, 10));
    try (LiveBlock block = new LiveBlock(terminal, UTF_8, Paint.NONE)) {
      block.show(after(1, Map.of(PLANNED, 4_000L)));
      block.show(after(61, Map.of(DELIVERED, 5L, PLANNED, 3_995L)));

      assertThat(shown(screen)).contains("0:01:01, 13:19:00 left");
    }
  }

  @Test
  void aStopSaysWhatItWaitsForAndHowToLeaveAtOnce() {
    RunStatus going = after(60, Map.of(SUBMITTING, 2L));
    RunStatus stopping =
        new RunStatus(
            going.startedAt(),
            going.at(),
            going.counts(),
            null,
            going.money(),
            null,
            List.of(),
            List.of(),
            List.of("stopped by Ctrl-C"),
            List.of(),
            List.of(),
            going.at().plusSeconds(10));

    assertThat(StatusBlock.line(stopping))
        .isEqualTo(
            Times.clock(going.at())
                + "  0:01:00  2 being sent; stopped by Ctrl-C; waiting up to 10 s for 2 answers;"
                + " Ctrl-C again leaves now");
  }

  @Test
  void coloursAreForPeopleWhoWantThem() {
    assertThat(Paint.of(AUTO, true, "").bad("no")).isEqualTo("\u001b[31mno\u001b[0m");
    assertThat(Paint.of(AUTO, false, "")).isEqualTo(Paint.NONE);
    assertThat(Paint.of(AUTO, true, "1")).isEqualTo(Paint.NONE);
    assertThat(Paint.of(ALWAYS, false, "1")).isEqualTo(Paint.COLOURS);
    assertThat(Paint.of(NEVER, true, "")).isEqualTo(Paint.NONE);
  }

  private static Terminal terminal(ByteArrayOutputStream screen) throws IOException {
    Terminal terminal =
        TerminalBuilder.builder()
            .provider(TerminalBuilder.PROP_PROVIDER_EXEC)
            .system(false)
            .streams(new ByteArrayInputStream(new byte[0]), screen)
            .type("xterm")
            .encoding(UTF_8)
            .build();
    terminal.setSize(new Size(24, 10));
    return terminal;
  }

  /** Without the terminal's commands. */
  private static String shown(ByteArrayOutputStream screen) {
    return screen.toString(UTF_8).replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "");
  }

  private static String clock(Instant time) {
    return Times.clockAndZone(time);
  }

  private static RunStatus after(long seconds, Map<TaskState, Long> counts) {
    return after(seconds, counts, null);
  }

  private static RunStatus after(long seconds, Map<TaskState, Long> counts, @Nullable Long toSend) {
    Map<TaskState, Long> inOrder = new EnumMap<>(TaskState.class);
    inOrder.putAll(counts);
    return new RunStatus(
        START,
        START.plusSeconds(seconds),
        inOrder,
        toSend,
        new Money(new Cost(new BigDecimal("3.20"), 2), new Cost(new BigDecimal("0.40"), 1)),
        null,
        List.of(),
        List.of(
            new Wait(
                "cometapi",
                null,
                "paused for 12 s",
                3,
                START,
                START.plusSeconds(seconds + 12),
                START.plusSeconds(900))),
        List.of("no credits"),
        List.of("shot-07", "shot-08"),
        List.of(new RunStatus.Trouble("shot-03", IN_DOUBT, "no answer came")),
        null);
  }
}
