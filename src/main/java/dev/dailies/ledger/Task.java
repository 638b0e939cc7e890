package dev.dailies.ledger;

import dev.dailies.provider.Price;
import dev.dailies.provider.Shot;
import dev.dailies.text.PlainText;
import dev.dailies.text.SceneName;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger: a shot's take at one provider, the unit of money.
 *
 * @param shotId the row's id; {@code line:N} for a row that could not be planned
 * @param revision counts the times that an edited row asked for the take again, from 1
 * @param version grows with every change, so that no change is made on a stale view
 * @param plan the newest plan that saw the row
 * @param line where that plan saw it
 * @param shot what to ask for; null for a row that could not be planned
 * @param cells the row's own columns; their paths lead from the output folder
 * @param price what it is expected to cost; null if unknown
 * @param attempts how many attempts there are
 */
public record Task(
    long id,
    String shotId,
    int take,
    int revision,
    TaskState state,
    int version,
    long plan,
    long line,
    @Nullable String provider,
    String digest,
    @Nullable Shot shot,
    Map<String, String> cells,
    @Nullable Price price,
    int attempts,
    @Nullable String reasonCode,
    @Nullable String reason) {

  /**
   * Its name for people: {@code shot-001}, {@code shot-001@2} for take 2, {@code shot-001+3} for
   * revision 3.
   */
  public String name() {
    return name(shotId, take, revision);
  }

  /** The same with its take, so that it names no other of its shot. */
  public String nameOfTake() {
    return take == 1 ? name() + "@1" : name();
  }

  static String name(String shot, int take, int revision) {
    return shot + (revision > 1 ? "+" + revision : "") + (take > 1 ? "@" + take : "");
  }

  /** The scene: as a column of that name says, else as the id does; empty if neither names one. */
  public Optional<String> scene() {
    return cells.entrySet().stream()
        .filter(cell -> cell.getKey().equalsIgnoreCase("scene") && !cell.getValue().isBlank())
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> SceneName.of(shotId));
  }

  /** True for what a person has given up. */
  public boolean isLetGo() {
    return state == TaskState.CANCELLED && Cause.GIVEN_UP.equals(reasonCode);
  }

  /** True for a take that was asked for in place of another. */
  public boolean isRetake() {
    return cells.containsKey(Retakes.COLUMN);
  }

  /** The name of the take in whose place it was asked for; empty if there is none. */
  public Optional<String> replaces() {
    return Optional.ofNullable(cells.get(Retakes.COLUMN));
  }

  /** The same asked for again: a task of its own. */
  Task again(int revision, Cause cause) {
    return new Task(
        0,
        shotId,
        take,
        revision,
        TaskState.PLANNED,
        0,
        plan,
        line,
        provider,
        digest,
        shot,
        cells,
        price,
        0,
        PlainText.of(cause.code(), 200),
        PlainText.of(cause.reason(), 2000));
  }

  /** What {@link #shotId} is compared by. */
  String key() {
    return TaskId.key(shotId);
  }

  Task moved(TaskState next, int attempts, Cause cause) {
    return new Task(
        id,
        shotId,
        take,
        revision,
        next,
        version + 1,
        plan,
        line,
        provider,
        digest,
        shot,
        cells,
        price,
        attempts,
        PlainText.of(cause.code(), 200),
        PlainText.of(cause.reason(), 2000));
  }
}
