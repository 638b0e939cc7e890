package dev.dailies.provider.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table of what proves that a create has created nothing. The first line that fits an answer
 * counts; an answer that no line fits proves nothing, and the submission is in doubt.
 */
public final class Refusals {

  private final List<Line> lines;

  private Refusals(List<Line> lines) {
    this.lines = lines;
  }

  /** A table of these lines, in this order. */
  public static Refusals of(Line... lines) {
    return new Refusals(List.of(lines));
  }

  /** A line for these statuses, or for any if none is named. */
  public static Line line(Proof proof, Integer... statuses) {
    return new Line(proof, Set.of(statuses), Set.of(), null);
  }

  /**
   * Looks an answer up.
   *
   * @param status of HTTP, or the number that a 200 holds in its place
   * @param code the provider's word; null if it has none
   * @param words what it says besides
   */
  public Optional<Proof> proof(int status, @Nullable String code, String words) {
    return line(status, code, words).map(Line::proof);
  }

  /**
   * The same for an answer that may tell of a failure: what its status or its code says of the row,
   * or of another time, is no proof then. What is said of the key or of the account stays one.
   */
  public Optional<Proof> proof(JsonAnswer answer, int status, @Nullable String code, String words) {
    return line(status, code, words).filter(line -> !line.isDenied(answer)).map(Line::proof);
  }

  private Optional<Line> line(int status, @Nullable String code, String words) {
    return lines.stream().filter(line -> line.fits(status, code, words)).findFirst();
  }

  /**
   * One line: it fits an answer with one of the statuses that has one of the codes or some of the
   * words, if the line names any.
   */
  public record Line(
      Proof proof, Set<Integer> statuses, Set<String> codes, @Nullable Pattern words) {

    /** The same for answers with one of these codes, in lower case, or with the line's words. */
    public Line withCode(Set<String> codes) {
      return new Line(proof, statuses, codes, words);
    }

    /** The same for answers with such words, or with one of the line's codes. */
    public Line withWords(String words) {
      return new Line(
          proof,
          statuses,
          codes,
          Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private boolean isDenied(JsonAnswer answer) {
      return switch (proof) {
        case ROW ->
            FailureBehind.isTold(answer) || (namesNone() && FailureBehind.isNumbered(answer));
        case LATER, ROUTE -> FailureBehind.brokeOff(answer);
        case KEY, ACCOUNT -> false;
      };
    }

    private boolean namesNone() {
      return codes.isEmpty() && words == null;
    }

    private boolean fits(int status, @Nullable String code, String said) {
      boolean here = statuses.isEmpty() || statuses.contains(status);
      boolean coded = code != null && codes.contains(code.toLowerCase(Locale.ROOT));
      return here && (namesNone() || coded || (words != null && words.matcher(said).find()));
    }
  }
}
