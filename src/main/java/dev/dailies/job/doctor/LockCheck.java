package dev.dailies.job.doctor;

import dev.dailies.job.folder.Holder;
import dev.dailies.job.run.ExitCode;
import dev.dailies.settings.JobSetup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is the output folder free for a run? */
final class LockCheck implements Check {

  private final Subject subject = Subject.of("lock");
  private final JobSetup setup;
  private final @Nullable Holder holder;

  /**
   * @param holder who has it; null if nobody has
   */
  LockCheck(JobSetup setup, @Nullable Holder holder) {
    this.setup = setup;
    this.holder = holder;
  }

  @Override
  public List<Finding> look() {
    String folder = setup.shown(setup.files().output());
    return holder == null
        ? List.of(subject.ok("nobody else is at work in " + folder))
        : List.of(
            subject.failure(
                ExitCode.HELD,
                "%s is at work in %s".formatted(who(holder), folder),
                "wait until it has ended; 'status' says how far it is"));
  }

  private static String who(Holder holder) {
    return holder.who().isEmpty() ? "another process" : holder.told(Instant.now());
  }
}
