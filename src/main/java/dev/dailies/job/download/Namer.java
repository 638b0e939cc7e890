package dev.dailies.job.download;

import dev.dailies.delivery.NameTemplate;
import dev.dailies.ledger.ClipNames;
import dev.dailies.ledger.Task;
import dev.dailies.provider.Shot;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what the files of a task are called. Revisions, takes and outputs from the second on tell so
 * at the end of the name, unless the template has a place for it; a revision only where there are
 * files of another one. A name that is taken gets the task's own behind it, so that which clip it
 * is can be told without the ledger.
 */
final class Namer {

  private final NameTemplate template;
  private final ClipNames names;
  private final Clock clock;

  Namer(NameTemplate template, ClipNames names, Clock clock) {
    this.template = template;
    this.names = names;
    this.clock = clock;
  }

  /**
   * The name of an output's file without its extension, which never changes.
   *
   * @param model as it was sent
   */
  String stem(Task task, int output, @Nullable String model) {
    return names
        .of(task, output)
        .orElseGet(() -> names.decide(task, output, wishes(task, output, model)));
  }

  private Stream<String> wishes(Task task, int output, @Nullable String model) {
    String ending =
        (names.hasAnotherRevision(task) ? mark("+", task.revision()) : "")
            + (template.has("take") ? "" : mark("@", task.take()))
            + (template.has("n") ? "" : mark("~", output));
    String name = template.fill(facts(task, output, model));
    String own = task.name() + mark("~", output);
    String wish = name.isEmpty() ? own : name + ending;
    return Stream.concat(
        Stream.of(wish, wish + "-" + own),
        IntStream.iterate(2, n -> n + 1).mapToObj(n -> wish + "-" + own + "-" + n));
  }

  private Map<String, String> facts(Task task, int output, @Nullable String model) {
    Shot shot = Objects.requireNonNull(task.shot());
    return Map.of(
        "id", task.shotId(),
        "take", String.valueOf(task.take()),
        "n", String.valueOf(output),
        "model", Objects.requireNonNullElse(model, ""),
        "prompt", Objects.requireNonNullElse(shot.prompt(), ""),
        "date", LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()).toString());
  }

  private static String mark(String sign, int number) {
    return number > 1 ? sign + number : "";
  }
}
