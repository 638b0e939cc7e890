package dev.dailies.cli;

import dev.dailies.job.JobContext;
import dev.dailies.job.run.ExitCode;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stops the run at the first SIGINT or SIGTERM; it then ends by itself, with its reports written. A
 * second signal ends the process at once, which is safe too: the ledger knows what was on the wire.
 */
final class Signals implements AutoCloseable {

  private static final String INT = "INT";
  private static final String TERM = "TERM";

  private final JobContext context;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Object formerInt;
  private final Object formerTerm;

  private Signals(JobContext context) {
    this.context = context;
    this.formerInt = register(INT, Kind.INTERRUPTED, ExitCode.INTERRUPTED);
    this.formerTerm = register(TERM, Kind.TERMINATED, ExitCode.TERMINATED);
  }

  static Signals stopping(JobContext context) {
    return new Signals(context);
  }

  @Override
  public void close() {
    org.jline.utils.Signals.unregister(INT, formerInt);
    org.jline.utils.Signals.unregister(TERM, formerTerm);
  }

  private Object register(String name, Kind kind, ExitCode code) {
    return org.jline.utils.Signals.register(
        name,
        () -> {
          if (stopping.compareAndSet(false, true)) {
            context.stop(StopReason.of(kind, "stopped by SIG" + name));
          } else {
            Runtime.getRuntime().halt(code.code());
          }
        });
  }
}
