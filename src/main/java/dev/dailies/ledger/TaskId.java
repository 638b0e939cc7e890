package dev.dailies.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id that people type to name tasks: {@code shot-001} is a shot with all its takes, {@code
 * shot-001@2} its take 2, {@code shot-001+3} its revision 3.
 *
 * @param revision null for all of them
 * @param take null for all of them
 */
public record TaskId(String shotId, @Nullable Integer revision, @Nullable Integer take) {

  private static final Pattern FORM =
      Pattern.compile("([^+@~\\s]{1,100})(?:\\+(\\d{1,9}))?(?:@(\\d{1,9}))?");

  /** Reads an id; empty if it cannot be one. */
  public static Optional<TaskId> of(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new TaskId(form.group(1), number(form.group(2)), number(form.group(3))))
        : Optional.empty();
  }

  /** The shortest id that names this task and no other task of its shot. */
  public static TaskId among(List<TaskView> sisters, Task task) {
    boolean revised = sisters.stream().anyMatch(one -> one.task().revision() != task.revision());
    boolean taken = sisters.stream().anyMatch(one -> one.task().take() != task.take());
    return new TaskId(
        task.shotId(),
        revised || task.revision() > 1 ? task.revision() : null,
        taken || task.take() > 1 ? task.take() : null);
  }

  /** The take that a whole name names. */
  int takeOrFirst() {
    return take == null ? 1 : take;
  }

  /** The revision that a whole name names. */
  int revisionOrFirst() {
    return revision == null ? 1 : revision;
  }

  /** True if this id names the task. */
  public boolean names(Task task) {
    return task.shotId().equalsIgnoreCase(shotId)
        && (revision == null || revision == task.revision())
        && (take == null || take == task.take());
  }

  @Override
  public String toString() {
    return shotId + (revision == null ? "" : "+" + revision) + (take == null ? "" : "@" + take);
  }

  String key() {
    return key(shotId);
  }

  /** What a shot's id is compared by: many systems would keep ids of two cases in one file. */
  static String key(String shotId) {
    return shotId.toLowerCase(Locale.ROOT);
  }

  private static @Nullable Integer number(@Nullable String digits) {
    return digits == null ? null : Integer.valueOf(digits);
  }
}
