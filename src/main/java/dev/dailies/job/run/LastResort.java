package dev.dailies.job.run;

import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when memory has run out or the virtual machine is broken. Any thread may have
 * died of it, logging it may have failed too, and the others would wait for it without end. That is
 * as safe as a kill: the ledger knows what was on the wire.
 */
public final class LastResort {

  private static final Logger log = LoggerFactory.getLogger(LastResort.class);

  /** Made before memory runs out. */
  private static final String SAID =
      "dailies: memory ran out, so the run ends here; nothing is lost, and nothing is sent twice."
          + " Give it more by -Xmx512m, and run again";

  private static final String DIED =
      "dailies: a part of the program failed, so the run ends here; nothing is lost, and nothing is"
          + " sent twice. See .dailies/logs, and run again";

  private static final int LONGEST_CHAIN = 50;

  private static volatile IntConsumer end = code -> Runtime.getRuntime().halt(code);

  private LastResort() {}

  /** Returns only if the failure is one that a program can go on after. */
  public static void check(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < LONGEST_CHAIN; depth++) {
      if (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError)) {
        end(SAID);
        return;
      }
      cause = cause.getCause();
    }
  }

  /** What is to be done with what kills a thread. */
  public static void watchThreads() {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          check(failure);
          log.error("the thread {} has died", thread.getName(), failure);
          if (failure instanceof Error) {
            end(DIED);
          }
        });
  }

  private static void end(String said) {
    try {
      System.err.println(said);
    } finally {
      end.accept(ExitCode.FAILURE.code());
    }
  }

  /** For tests, which go on. */
  static void endBy(IntConsumer how) {
    end = how;
  }
}
