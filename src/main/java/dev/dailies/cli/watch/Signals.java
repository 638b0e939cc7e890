package dev.dailies.cli.watch;

import dev.dailies.job.JobContext;
import dev.dailies.job.run.ExitCode;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Stops the run at the first SIGINT, SIGTERM or SIGHUP; it then ends by itself, with its reports
 * written. A second signal ends the process at once, which is safe too: the ledger knows what was
 * on the wire. Under {@code nohup} the JVM leaves SIGHUP ignored.
 */
public final class Signals implements AutoCloseable {

  /** Why a run stops that a person at the terminal has stopped. */
  static final String BY_CTRL_C = "stopped by Ctrl-C";

  private final JobContext context;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Map<String, @Nullable Object> former = new LinkedHashMap<>();

  private Signals(JobContext context) {
    this.context = context;
    register("INT", Kind.INTERRUPTED, ExitCode.INTERRUPTED);
    register("TERM", Kind.TERMINATED, ExitCode.TERMINATED);
    register("HUP", Kind.HUNG_UP, ExitCode.HUNG_UP);
  }

  /** Has signals stop this run, until it is closed. */
  public static Signals stopping(JobContext context) {
    return new Signals(context);
  }

  @Override
  public void close() {
    former.forEach(org.jline.utils.Signals::unregister);
  }

  private static String why(Kind kind) {
    return switch (kind) {
      case INTERRUPTED -> BY_CTRL_C;
      case HUNG_UP -> "stopped when the terminal was closed";
      default -> "stopped from outside";
    };
  }

  private void register(String name, Kind kind, ExitCode code) {
    former.put(
        name,
        org.jline.utils.Signals.register(
            name,
            () -> {
              if (stopping.compareAndSet(false, true)) {
                context.stop(StopReason.of(kind, why(kind)));
              } else {
                Runtime.getRuntime().halt(code.code());
              }
            }));
  }
}
