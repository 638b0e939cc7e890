package dev.dailies.job.run;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this run fetches: what is generated and not here, all of it or what was named; and what was
 * here and is to come back.
 */
public final class FetchScope {

  private volatile @Nullable Set<Long> only;
  private volatile Set<Long> lost = Set.of();

  /** Narrows the run to these tasks. */
  public void only(Set<Long> tasks) {
    only = Set.copyOf(tasks);
  }

  /** Has the files of these DELIVERED tasks fetched that are no longer as they were. */
  public void alsoLost(Set<Long> tasks) {
    lost = Set.copyOf(tasks);
  }

  /** True if the run is to fetch the files of this task, if it has any. */
  public boolean includes(long task) {
    Set<Long> named = only;
    return named == null || named.contains(task);
  }

  /** DELIVERED tasks whose files are to come back. */
  public Set<Long> lost() {
    return lost;
  }
}
