package dev.dailies.job.run;

import dev.dailies.pacing.StopReason;
import java.util.Optional;

/** What a run stands on: looked at before each submission. */
public interface Ground {

  /** Why nothing may be sent any more; empty while all is well. */
  Optional<StopReason> missing();

  /** The part of it that a run looks at also while it sends nothing: whether it is still alone. */
  Optional<StopReason> taken();
}
