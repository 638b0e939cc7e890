package dev.dailies.simulator;

import dev.dailies.provider.TimeRange;
import dev.dailies.provider.spi.Rate;
import dev.dailies.simulator.task.TicketIssuer;
import dev.dailies.text.SettingText;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the simulator behaves. A share is a number from 0 (never) to 1 (always).
 *
 * @param generationTime from a task's creation to its end; at most 2 hours
 * @param jitter how far a task's generation time may lie from that, as a share of it
 * @param clipSize every clip has at least so many bytes; at most 4000MB
 * @param bodyForm the form in which CometAPI's official route tells about a task
 * @param createForm the form in which CometAPI's compat routes accept a create
 * @param feedForm the form in which CometAPI's feed tells about a task
 * @param generatorDemo the generator answers with the addresses of its demo files
 * @param balance what each account begins with, in dollars; null for one that never runs dry
 * @param priceFactor how many times its published price everything costs
 * @param concurrency how many tasks of one model an account has made at once; others wait; null for
 *     all
 * @param admit creates beyond it are answered 429, after a burst of three; null admits all
 * @param failureShare tasks that end FAILED, by turns with an INTERNAL and a SAFETY code
 * @param loseAnswerShare creates that are accepted and whose connection is closed without an answer
 * @param errorShare creates and looks that are answered 500; such a create makes no task
 * @param cutShare downloads that break off in the middle
 * @param hiddenFor how long a new task is answered {@code task_not_exist}
 * @param linkLife how long the link to a clip works; the next look at the task gives a fresh one
 * @param latency the least time that any answer takes, but for the simulator's own records
 */
public record SimulatorSettings(
    @DefaultValue("4s") Duration generationTime,
    @DefaultValue("0.25") double jitter,
    @DefaultValue("0B") DataSize clipSize,
    @DefaultValue("flat") BodyForm bodyForm,
    @DefaultValue("plain") CreateForm createForm,
    @DefaultValue("flat") FeedForm feedForm,
    @DefaultValue("false") boolean generatorDemo,
    @Nullable BigDecimal balance,
    @DefaultValue("1") BigDecimal priceFactor,
    @Nullable Integer concurrency,
    @Nullable Rate admit,
    @DefaultValue("0") double failureShare,
    @DefaultValue("0") double loseAnswerShare,
    @DefaultValue("0") double errorShare,
    @DefaultValue("0") double cutShare,
    @DefaultValue("0s") Duration hiddenFor,
    @DefaultValue("24h") Duration linkLife,
    @DefaultValue("0s") Duration latency) {

  /** The two bodies in which CometAPI is known to tell about a task. */
  public enum BodyForm {
    /** Runway's own: {@code id}, {@code status}, and so on, at the top. */
    FLAT,
    /** The gateway's envelope: {@code code}, {@code message}, and the task below {@code data}. */
    WRAPPED
  }

  /** The bodies in which CometAPI's compat routes are known to accept a create. */
  public enum CreateForm {
    /** With {@code code}, {@code message}, {@code msg} and the ticket below {@code data}. */
    PLAIN,
    /** Without {@code message}, with a Chinese {@code msg} and the time that it took. */
    TIMED,
    /** As the second, with all the task's fields beside the ticket. */
    FULL
  }

  /** The bodies in which CometAPI's feed is known to tell about a task. */
  public enum FeedForm {
    /** The gateway's fields at the top. */
    FLAT,
    /** The gateway's envelope, as on the official route. */
    WRAPPED,
    /** The envelope of the upstream, with a status in digits. */
    DIGITS
  }

  private static final Duration LONGEST = Duration.ofHours(2);
  private static final DataSize LARGEST = DataSize.ofMegabytes(4000);

  public SimulatorSettings {
    notNegative("generation-time", generationTime);
    share("jitter", jitter);
    share("failure-share", failureShare);
    share("lose-answer-share", loseAnswerShare);
    share("error-share", errorShare);
    share("cut-share", cutShare);
    notNegative("balance", balance == null ? BigDecimal.ZERO : balance);
    if (concurrency != null && concurrency < 1) {
      throw new IllegalArgumentException("concurrency must be 1 or more, was " + concurrency);
    }
    notNegative("price-factor", priceFactor);
    notNegative("hidden-for", hiddenFor);
    notNegative("link-life", linkLife);
    notNegative("latency", latency);
    if (generationTime.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "generation-time must be 2h or less, was " + SettingText.of(generationTime));
    }
    if (clipSize.isNegative() || clipSize.compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException(
          "clip-size must be from 0B to 4000MB, was " + clipSize.toBytes() + "B");
    }
  }

  TicketIssuer.Rules ticketRules() {
    return new TicketIssuer.Rules(generationTime, jitter, failureShare, clipSize.toBytes());
  }

  /** How long it takes for a clip. */
  TimeRange timeOfClip() {
    double millis = generationTime.toMillis();
    return new TimeRange(
        Duration.ofMillis(Math.round(millis * (1 - jitter))),
        Duration.ofMillis(Math.round(millis * (1 + jitter))));
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, was " + value);
    }
  }

  private static void notNegative(String name, BigDecimal value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(name + " must be 0 or more, was " + value);
    }
  }

  private static void notNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must be 0 or longer, was " + value);
    }
  }
}
