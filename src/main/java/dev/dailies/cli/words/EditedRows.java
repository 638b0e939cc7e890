package dev.dailies.cli.words;

import dev.dailies.ledger.TaskQueries;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.Count;
import java.util.Optional;

/** Says where an edit is missing yet that was made in a list inside the folder. */
final class EditedRows {

  private EditedRows() {}

  /** Empty unless such a list was run, and an edited row of it is delivered. */
  static Optional<String> told(JobSetup setup, TaskQueries queries) {
    return setup
        .wholeList()
        .flatMap(
            list -> {
              long rows = queries.countEditedDelivered();
              return rows == 0 ? Optional.empty() : Optional.of(told(list, rows));
            });
  }

  private static String told(String list, long rows) {
    return "%s %s delivered; make the same change in %s too, or its next run has the old row."
        .formatted(Count.of(rows, "edited row"), rows == 1 ? "was" : "were", list);
  }
}
