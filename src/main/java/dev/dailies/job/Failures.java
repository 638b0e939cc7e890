package dev.dailies.job;

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

  /** The exception and all its causes, outermost first. */
  static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && !causes.contains(cause);
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }
}
