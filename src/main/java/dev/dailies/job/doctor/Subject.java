package dev.dailies.job.doctor;

import dev.dailies.job.run.ExitCode;
import org.jspecify.annotations.Nullable;

/**
 * What findings are about.
 *
 * @param check as in {@link Finding#check}
 * @param about as in {@link Finding#about}
 */
record Subject(String check, @Nullable String about) {

  /** Something of the whole job. */
  static Subject of(String check) {
    return new Subject(check, null);
  }

  Finding ok(String found) {
    return new Finding(check, about, Verdict.OK, found, null, ExitCode.OK);
  }

  Finding warning(String found, @Nullable String remedy) {
    return new Finding(check, about, Verdict.WARNING, found, remedy, ExitCode.OK);
  }

  /**
   * A failure.
   *
   * @param code what a run would end with
   */
  Finding failure(ExitCode code, String found, @Nullable String remedy) {
    return new Finding(check, about, Verdict.FAILURE, found, remedy, code);
  }
}
