package dev.dailies.job.doctor.link;

import dev.dailies.job.run.ExitCode;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a link.
 *
 * @param trouble a clause that goes on behind the link; null if all is well
 * @param remedy as an imperative; null where nothing is to be done
 * @param code what follows for a run; {@code OK} for what may do all the same
 */
public record LinkVerdict(
    NamedLink link, @Nullable String trouble, @Nullable String remedy, ExitCode code) {

  static LinkVerdict well(NamedLink link) {
    return new LinkVerdict(link, null, null, ExitCode.OK);
  }

  static LinkVerdict odd(NamedLink link, String trouble, @Nullable String remedy) {
    return new LinkVerdict(link, trouble, remedy, ExitCode.OK);
  }

  static LinkVerdict wrong(NamedLink link, String trouble, String remedy) {
    return new LinkVerdict(link, trouble, remedy, ExitCode.INPUT);
  }

  static LinkVerdict absent(NamedLink link, String trouble) {
    return new LinkVerdict(
        link, trouble, "see whether it is there, and try again", ExitCode.UNAVAILABLE);
  }
}
