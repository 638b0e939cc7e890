package dev.dailies.cli.watch;

import dev.dailies.cli.words.Paint;
import dev.dailies.job.run.RunStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;

/**
 * Keeps a few lines at the foot of a terminal up to date. Writes only what has changed, and no line
 * wider than the terminal, so nothing flickers or wraps.
 */
public final class LiveBlock implements ProgressView {

  private static final String RESIZED = "WINCH";
  private static final int WIDEST_BAR = 60;

  /** Room beside the bar for the time, and the time that is left. */
  private static final int BESIDE_BAR = 27;

  private final Terminal terminal;
  private final Display display;
  private final Charset charset;
  private final Paint paint;
  private final Throughput throughput = new Throughput();
  private final Object formerHandler;
  private volatile boolean resized = true;
  private int width;

  LiveBlock(Terminal terminal, Charset charset, Paint paint) {
    this.paint = paint;
    this.terminal = terminal;
    this.charset = charset;
    this.display = new Display(terminal, false);
    this.formerHandler = org.jline.utils.Signals.register(RESIZED, () -> resized = true);
  }

  /**
   * Opens a block; empty if there is no terminal whose lines can be rewritten. JLine reaches the
   * terminal by {@code stty}, which needs no native code.
   */
  static Optional<LiveBlock> open(Charset charset, Paint paint) {
    try {
      Terminal terminal =
          TerminalBuilder.builder()
              .provider(TerminalBuilder.PROP_PROVIDER_EXEC)
              .system(true)
              .systemOutput(SystemOutput.SysErr)
              .encoding(charset)
              .nativeSignals(false)
              .dumb(false)
              .build();
      return Optional.of(new LiveBlock(terminal, charset, paint));
    } catch (IOException | IllegalStateException noTerminal) {
      return Optional.empty();
    }
  }

  @Override
  public void show(RunStatus status) {
    if (resized) {
      resized = false;
      measure();
    }
    throughput.note(status);
    StateBar bar =
        StateBar.of(Math.min(WIDEST_BAR, Math.max(1, width - BESIDE_BAR)), charset, paint);
    display.update(
        StatusBlock.lines(status, throughput, bar, width).stream()
            .map(line -> AttributedString.fromAnsi(line).columnSubSequence(0, width))
            .toList(),
        -1);
  }

  /** Leaves one column free: some terminals wrap a line that fills the last one. */
  private void measure() {
    Size size = terminal.getSize();
    display.resize(Math.max(1, size.getRows()), Math.max(2, size.getColumns()));
    width = Math.max(2, size.getColumns()) - 1;
  }

  @Override
  public void close() {
    org.jline.utils.Signals.unregister(RESIZED, formerHandler);
    display.update(List.of(), 0);
    try {
      terminal.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot let go of the terminal", failure);
    }
  }
}
