package dev.dailies.job.download;

import dev.dailies.delivery.Downloaded;
import dev.dailies.ledger.Cause;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.Task;
import dev.dailies.provider.Evidence;
import dev.dailies.web.WebAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A try to fetch the results of a task that did not bring all of them.
 *
 * @param outputs all results
 * @param failed why some did not come, by their numbers
 */
record Setback(Task task, List<Output> outputs, Map<Integer, Downloaded> failed) {

  static final Cause CAME_AFTER_ALL = Cause.because("its files came after all");

  private static final Set<String> FILMS =
      Set.of("", "mp4", "mov", "m4v", "webm", "mkv", "avi", "gif");

  /** False if everything came. */
  boolean isOne() {
    return outputs.isEmpty() || !failed.isEmpty();
  }

  /** The disk takes no files. */
  Optional<Downloaded.StorageFailed> storage() {
    return of(Downloaded.StorageFailed.class).findFirst();
  }

  /** Networks and servers in trouble, which say nothing about a file. */
  List<Downloaded.TryAgain> passing() {
    return of(Downloaded.TryAgain.class).toList();
  }

  /** How long servers ask to wait. */
  Duration longestWait() {
    return passing().stream()
        .map(Downloaded.TryAgain::retryAfter)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** How many bytes came all the same. */
  long gained() {
    return passing().stream().mapToLong(Downloaded.TryAgain::gained).sum();
  }

  /** True if no try would fare better before a person has acted. */
  boolean needsAPerson() {
    return !failed.isEmpty()
        && of(Downloaded.NotAClip.class).filter(Downloaded.NotAClip::needsAPerson).count()
            == failed.size();
  }

  private <T extends Downloaded> Stream<T> of(Class<T> kind) {
    return failed.values().stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The results with what came of each. */
  List<Output> with(Map<Integer, Output> fetched, UnaryOperator<String> redaction) {
    List<Output> known = new ArrayList<>();
    for (Output output : outputs) {
      Downloaded why = failed.get(output.number());
      Output came = fetched.get(output.number());
      known.add(
          why == null && came != null
              ? came
              : output.with(
                  output.file(), why == null ? null : redaction.apply(cause(why).reason())));
    }
    return known;
  }

  /**
   * True if what came is what was asked for, and only something beside it is missing: a clip, or
   * pictures where no clip is missing.
   */
  boolean leavesEnough(Collection<Output> fetched) {
    String wanted =
        Objects.requireNonNull(task.shot()).operation().makesPicture() ? "image/" : "video/";
    return !fetched.isEmpty()
        && (fetched.stream()
                .map(Output::file)
                .filter(Objects::nonNull)
                .map(DeliveredFile::mediaType)
                .anyMatch(type -> type.startsWith(wanted))
            || outputs.stream()
                .filter(output -> failed.containsKey(output.number()))
                .noneMatch(Setback::mayBeAFilm));
  }

  private static boolean mayBeAFilm(Output output) {
    WebAddress link = WebAddress.parse(output.url());
    String name = link == null ? "" : link.fileName();
    String extension = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
    return FILMS.contains(extension.toLowerCase(Locale.ROOT));
  }

  /**
   * Why the task is not delivered.
   *
   * @param delivery what its provider says of it now
   */
  Cause cause(Delivery delivery, UnaryOperator<String> redaction) {
    if (outputs.isEmpty()) {
      String told = delivery.told();
      String reason = "finished without a result" + (told == null ? "" : ": " + told);
      return new Cause("NO_OUTPUT", redaction.apply(reason), Evidence.NONE);
    }
    Downloaded first = failed.values().iterator().next();
    Cause cause = cause(first);
    boolean lost = delivery.isGone() && first instanceof Downloaded.Expired;
    return new Cause(
        lost ? Cause.GONE : cause.code(),
        redaction.apply(
            cause.reason() + (lost ? ", and the provider no longer has the result" : "")),
        Evidence.NONE);
  }

  private static Cause cause(Downloaded why) {
    if (why instanceof Downloaded.Expired expired) {
      return new Cause("EXPIRED", expired.reason(), Evidence.NONE);
    }
    if (why instanceof Downloaded.Incomplete incomplete) {
      return new Cause("NOT_A_CLIP", incomplete.reason(), Evidence.NONE);
    }
    if (why instanceof Downloaded.NotAClip notAClip) {
      return new Cause("NOT_A_CLIP", notAClip.reason(), Evidence.NONE);
    }
    return new Cause("NOT_FETCHED", reason(why), Evidence.NONE);
  }

  private static String reason(Downloaded why) {
    return why instanceof Downloaded.TryAgain tryAgain ? tryAgain.reason() : "not fetched";
  }
}
