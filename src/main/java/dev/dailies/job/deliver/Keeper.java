package dev.dailies.job.deliver;

import dev.dailies.delivery.NameTemplate;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskView;
import dev.dailies.manifest.Columns;
import dev.dailies.provider.Shot;
import dev.dailies.settings.SettingsException;
import dev.dailies.text.PlainText;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file of a take that is to be handed over.
 *
 * @param output counts the files of the take, from 1
 */
record Keeper(TaskView view, int output, DeliveredFile file) {

  /** That of an output; empty if it has no file. */
  static Optional<Keeper> of(TaskView view, Output output) {
    return Optional.ofNullable(output.file()).map(file -> new Keeper(view, output.number(), file));
  }

  /**
   * The names of all of them in the other folder.
   *
   * @param template as in {@code output-name}; empty: as they are called
   * @throws SettingsException if two of them would have one name, or there is no such template
   */
  static Map<Keeper, String> names(List<Keeper> keepers, String template) {
    NameTemplate names = template.isEmpty() ? null : template(template, ownColumns(keepers));
    Map<Keeper, String> all = new LinkedHashMap<>();
    Map<String, Keeper> owners = new HashMap<>();
    for (Keeper keeper : keepers) {
      String name = keeper.name(names);
      Keeper other =
          owners.put(Normalizer.normalize(name, Form.NFC).toLowerCase(Locale.ROOT), keeper);
      if (other != null) {
        throw new SettingsException(
            "--name: %s and %s would both be %s; add {id} to it"
                .formatted(other.task().name(), keeper.task().name(), name));
      }
      all.put(keeper, name);
    }
    return all;
  }

  /** The user's own columns, in the order of the list. */
  private static Set<String> ownColumns(List<Keeper> keepers) {
    return keepers.stream()
        .flatMap(keeper -> keeper.task().cells().keySet().stream())
        .filter(Columns::isOwn)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static NameTemplate template(String names, Set<String> own) {
    try {
      return NameTemplate.of(names, own);
    } catch (IllegalArgumentException unusable) {
      throw new SettingsException("--name: " + unusable.getMessage(), unusable);
    }
  }

  Task task() {
    return view.task();
  }

  Shot shot() {
    return Objects.requireNonNull(task().shot());
  }

  String prompt() {
    return PlainText.withoutSecrets(Objects.requireNonNullElse(shot().prompt(), ""));
  }

  String model() {
    return Optional.ofNullable(view.attempt())
        .map(SentAttempt::request)
        .map(request -> request.model())
        .orElse("");
  }

  /**
   * Its own name in the other folder: revisions, takes and files from the second on say so at the
   * end, where the template does not.
   *
   * @param template null for the name that it has
   */
  private String name(@Nullable NameTemplate template) {
    if (template == null) {
      return file.name();
    }
    String given = template.fill(facts());
    String ending =
        mark("+", task().revision())
            + (template.has("take") ? "" : mark("@", task().take()))
            + (template.has("n") ? "" : mark("~", output));
    int dot = file.name().lastIndexOf('.');
    return (given.isEmpty() ? task().shotId() : given)
        + ending
        + (dot < 0 ? "" : file.name().substring(dot));
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new HashMap<>();
    task().cells().forEach((column, cell) -> facts.put(column, PlainText.withoutSecrets(cell)));
    facts.put("id", task().shotId());
    facts.put("take", String.valueOf(task().take()));
    facts.put("n", String.valueOf(output));
    facts.put("model", model());
    facts.put("prompt", prompt());
    facts.put("date", LocalDate.ofInstant(view.changedAt(), ZoneId.systemDefault()).toString());
    return facts;
  }

  private static String mark(String sign, int number) {
    return number > 1 ? sign + number : "";
  }
}
