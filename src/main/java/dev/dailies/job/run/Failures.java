package dev.dailies.job.run;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Says in one line what an exception was about. */
public final class Failures {

  private Failures() {}

  /** The first line of the innermost message. */
  public static String describe(Throwable failure) {
    List<Throwable> causes = causes(failure);
    Throwable root = causes.get(causes.size() - 1);
    String message = root.getMessage();
    return message == null || message.isBlank()
        ? root.getClass().getSimpleName()
        : message.lines().findFirst().orElse(message);
  }

  /** Why the run was stopped: says of the ledger and the disk what to do about them. */
  public static String whyStopped(Throwable failure) {
    String said = describe(failure);
    String mend = "; nothing more was sent: make room on the disk or mend it, and run again";
    for (Throwable cause : causes(failure)) {
      if (cause instanceof SQLException) {
        return "the ledger cannot be used: " + said + mend;
      }
      if (cause instanceof UncheckedIOException) {
        return cause.getMessage() + mend;
      }
    }
    return said;
  }

  /** The exception and all its causes, outermost first. */
  public static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && !causes.contains(cause);
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }
}
