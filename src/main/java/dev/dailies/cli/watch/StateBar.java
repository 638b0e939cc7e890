package dev.dailies.cli.watch;

import dev.dailies.cli.words.Paint;
import dev.dailies.job.run.RunStatus;
import dev.dailies.ledger.TaskState;
import java.nio.charset.Charset;
import java.util.Arrays;

/** All tasks as one bar: delivered, ended without a clip, under way, still to send. */
final class StateBar {

  private static final String BLOCKS = "█▚▒░";
  private static final String ASCII = "#!=.";

  private final String signs;
  private final int width;
  private final Paint paint;

  private StateBar(String signs, int width, Paint paint) {
    this.signs = signs;
    this.width = width;
    this.paint = paint;
  }

  /**
   * @param width in characters
   * @param paint its colours
   * @param charset what the terminal can show
   */
  static StateBar of(int width, Charset charset, Paint paint) {
    String signs = charset.newEncoder().canEncode(BLOCKS) ? BLOCKS : ASCII;
    return new StateBar(signs, width, paint);
  }

  String of(RunStatus status) {
    long delivered = status.count(state -> state == TaskState.DELIVERED);
    long planned = status.count(state -> state == TaskState.PLANNED);
    long open = status.count(TaskState::isOpen);
    long all = status.count(state -> true);
    int[] cells = cells(new long[] {delivered, all - open - delivered, open - planned, planned});
    StringBuilder bar = new StringBuilder();
    for (int kind = 0; kind < cells.length; kind++) {
      bar.append(painted(kind, sign(kind).repeat(cells[kind])));
    }
    return bar.toString();
  }

  /** The sign by which the bar shows a state, for its legend. */
  String sign(TaskState state) {
    int kind = kind(state);
    return painted(kind, sign(kind));
  }

  private String sign(int kind) {
    return signs.substring(kind, kind + 1);
  }

  private static int kind(TaskState state) {
    if (state == TaskState.DELIVERED) {
      return 0;
    }
    return state == TaskState.PLANNED ? 3 : state.isOpen() ? 2 : 1;
  }

  private String painted(int kind, String text) {
    return switch (kind) {
      case 0 -> paint.good(text);
      case 1 -> paint.bad(text);
      case 2 -> paint.busy(text);
      default -> paint.faint(text);
    };
  }

  Paint paint() {
    return paint;
  }

  /** Gives every part that is not empty at least one cell, at the cost of the largest. */
  private int[] cells(long[] parts) {
    long all = Math.max(1, Arrays.stream(parts).sum());
    int[] cells = new int[parts.length];
    int largest = parts.length - 1;
    for (int part = 0; part < parts.length; part++) {
      cells[part] = parts[part] == 0 ? 0 : (int) Math.max(1, parts[part] * width / all);
      largest = parts[part] > parts[largest] ? part : largest;
    }
    cells[largest] += width - Arrays.stream(cells).sum();
    return cells;
  }
}
