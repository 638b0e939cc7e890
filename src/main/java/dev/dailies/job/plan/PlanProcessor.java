package dev.dailies.job.plan;

import dev.dailies.job.run.Providers;
import dev.dailies.manifest.CheckedRow;
import dev.dailies.manifest.ProviderChoice;
import dev.dailies.manifest.Row;
import dev.dailies.manifest.RowCheck;
import dev.dailies.provider.Inputs;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Judges each row: finds every problem, drops none. */
final class PlanProcessor implements ItemProcessor<Row, CheckedRow> {

  private final RowCheck check;

  PlanProcessor(@Nullable String usualProvider, Providers providers, Inputs inputs) {
    this.check =
        new RowCheck(
            new ProviderChoice(
                usualProvider,
                new TreeSet<>(providers.names()),
                name -> providers.knows(name) ? providers.get(name).provider() : null),
            inputs);
  }

  @Override
  public CheckedRow process(Row row) {
    return check.judge(row);
  }
}
