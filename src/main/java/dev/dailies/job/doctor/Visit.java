package dev.dailies.job.doctor;

import dev.dailies.provider.Account;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Inspection;
import dev.dailies.provider.Submission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one address of a provider has shown.
 *
 * @param inspection what its server says of the work; null if it says nothing of the kind
 */
record Visit(String address, Account account, @Nullable Inspection inspection) {

  private static final Set<Integer> ABSENT = Set.of(404, 405, 410);

  /** True if the address could not be asked, or is none of this provider's. */
  boolean isUnreached() {
    return account.obstacle() != null
        && !isRefused()
        && !isWithoutCredits()
        && !isWithoutTheRoute();
  }

  /**
   * True if some API is there that does not know the call: a gateway may know only what it needs.
   */
  boolean isWithoutTheRoute() {
    return account.obstacle() != null
        && account.obstacle().evidence().httpStatus() != null
        && ABSENT.contains(account.obstacle().evidence().httpStatus())
        && !account.obstacle().evidence().isPage();
  }

  /** True if it answered, and does not take the key. */
  boolean isRefused() {
    return isHalt(HaltCause.CREDENTIALS) && hasStatus();
  }

  /** True if it answered that the account cannot pay. */
  boolean isWithoutCredits() {
    return isHalt(HaltCause.ACCOUNT)
        && account.obstacle() instanceof Submission.Halt halt
        && Integer.valueOf(402).equals(halt.evidence().httpStatus());
  }

  boolean isHalt(HaltCause cause) {
    return account.obstacle() instanceof Submission.Halt halt && halt.cause() == cause;
  }

  private boolean hasStatus() {
    return account.obstacle() != null && account.obstacle().evidence().httpStatus() != null;
  }

  /** Why nothing could be sent there, for people. */
  String why() {
    return account.obstacle() == null ? "" : account.obstacle().reason();
  }
}
