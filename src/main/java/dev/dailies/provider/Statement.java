package dev.dailies.provider;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider says, when asked once, that it has charged its account. */
public sealed interface Statement {

  /** Lines of the days that were asked for; none of what nothing was charged for. */
  record Told(List<Line> lines) implements Statement {

    public Told {
      lines = List.copyOf(lines);
    }
  }

  /** It could not be asked, or not be understood: that says nothing about money. */
  record Untold(Submission.NothingCreated obstacle) implements Statement {

    /** The key is missing, or may not ask for it. */
    public static Untold keyless(String reason, Evidence evidence) {
      return new Untold(new Submission.Halt(HaltCause.CREDENTIALS, reason, evidence));
    }

    /** Another time it may be told. */
    public static Untold now(String reason, Evidence evidence) {
      return new Untold(new Submission.NotNow(reason, null, false, evidence));
    }
  }

  /** It has no such route, as a gateway in its place: it tells nobody. */
  record Silent() implements Statement {}

  /**
   * What was charged for a model on a day.
   *
   * @param model null where models are not told apart
   * @param usd in US dollars, without what was given back; negative where more came back than was
   *     charged
   */
  record Line(LocalDate day, @Nullable String model, BigDecimal usd) {}

  /** Where a statement can be asked for. */
  interface Source {

    /** Whose charges are in it, as in {@code the whole organization}. */
    String scope();

    /** False where all models of a day are one line. */
    boolean tellsModels();

    /** Where its days begin. */
    ZoneId zone();

    /** How many days may be asked for at once. */
    int mostDays();

    /**
     * Asks over the network. Free, and changes nothing.
     *
     * @param before the day after the last one
     */
    Statement between(LocalDate from, LocalDate before);
  }
}
