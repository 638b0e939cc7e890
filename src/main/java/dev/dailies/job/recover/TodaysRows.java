package dev.dailies.job.recover;

import dev.dailies.job.run.Providers;
import dev.dailies.ledger.PlannedRow;
import dev.dailies.manifest.CheckedRow;
import dev.dailies.manifest.PathMapping;
import dev.dailies.manifest.ProviderChoice;
import dev.dailies.manifest.Row;
import dev.dailies.manifest.RowCheck;
import dev.dailies.manifest.table.ManifestReader;
import dev.dailies.manifest.table.UnreadableManifestException;
import dev.dailies.provider.Inputs;
import dev.dailies.report.PaidClip;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.SettingsException;
import dev.dailies.settings.UnreadListException;
import dev.dailies.text.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the rows that clips were made of. */
final class TodaysRows {

  private final JobSetup setup;
  private final Providers providers;
  private final PathMapping paths;

  TodaysRows(JobSetup setup, Providers providers, PathMapping paths) {
    this.setup = setup;
    this.providers = providers;
    this.paths = paths;
  }

  /**
   * The first row of each of these shots in the manifest.
   *
   * @param keys of the shots' ids
   */
  Map<String, CheckedRow> of(Set<String> keys) {
    Map<String, CheckedRow> found = new LinkedHashMap<>();
    RowCheck check = check(setup.inputs());
    takePublished();
    try (ManifestReader manifest = ManifestReader.open(setup.files().manifest())) {
      for (Row row = manifest.next(); row != null; row = manifest.next()) {
        CheckedRow checked = check.judge(row);
        Stream.concat(Stream.of(checked.key()), checked.earlierIds().stream())
            .filter(keys::contains)
            .findFirst()
            .ifPresent(key -> found.putIfAbsent(key, checked));
      }
    } catch (UnreadableManifestException unreadable) {
      throw new SettingsException(String.valueOf(unreadable.getMessage()), unreadable);
    }
    return found;
  }

  private void takePublished() {
    try {
      setup.published().ifPresent(list -> list.keepAt(setup.files().manifest()));
    } catch (UnreadListException unread) {
      throw new SettingsException(String.valueOf(unread.getMessage()), unread);
    }
  }

  /**
   * True if the row asks for what the clip was made of. What a sidecar does not hold cannot be
   * compared: what signs a link, and the bytes of a file.
   */
  boolean isOf(PaidClip clip, CheckedRow today) {
    Map<String, String> shareable = new LinkedHashMap<>(paths.lead(today.row()));
    shareable.replaceAll((column, cell) -> PlainText.withoutSecrets(cell));
    Inputs inputs = paths.ledgerInputs();
    return row(shareable).meanings(inputs).equals(row(clip.columns()).meanings(inputs));
  }

  /** What the ledger keeps of today's row; empty if it does not ask for the clip's take. */
  Optional<PlannedRow> planned(PaidClip clip, CheckedRow today) {
    return planned(clip, today, paths.lead(today.row()));
  }

  /** True for a take that was asked for in place of another: it has a row of its own. */
  static boolean isRetake(PaidClip clip) {
    return !row(clip.columns()).replaces().isEmpty();
  }

  /** The same of the row that a clip was made of, as its sidecar tells it. */
  Optional<PlannedRow> earlier(PaidClip clip) {
    return planned(clip, check(paths.ledgerInputs()).judge(row(clip.columns())), clip.columns());
  }

  private static Optional<PlannedRow> planned(
      PaidClip clip, CheckedRow checked, Map<String, String> cells) {
    return checked.takes().stream()
        .filter(take -> isRetake(clip) || take.shot().take() == clip.take().take())
        .findFirst()
        .map(
            take ->
                new PlannedRow(
                    checked.row().line(),
                    clip.take().provider(),
                    checked.digest(),
                    cells,
                    take.shot().withId(clip.take().shot()).withTake(clip.take().take()),
                    take.price()));
  }

  private RowCheck check(Inputs inputs) {
    return new RowCheck(
        new ProviderChoice(
            setup.settings().provider(),
            new TreeSet<>(providers.names()),
            name -> providers.knows(name) ? providers.get(name).provider() : null),
        inputs);
  }

  private static Row row(Map<String, String> cells) {
    return new Row(0, cells, List.of(), List.of());
  }
}
