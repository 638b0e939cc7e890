package dev.dailies.job.plan;

import dev.dailies.job.run.RunControl;
import dev.dailies.manifest.Row;
import dev.dailies.manifest.table.ManifestReader;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the manifest row by row, always from the top: what was planned before is found in the
 * ledger, not by a reader's position.
 */
final class PlanReader implements ItemStreamReader<Row> {

  private final ManifestPlan plan;
  private final RunControl run;
  private @Nullable ManifestReader manifest;
  private long line;

  PlanReader(ManifestPlan plan, RunControl run) {
    this.plan = plan;
    this.run = run;
  }

  @Override
  public void open(ExecutionContext context) {
    plan.begin();
    line = 0;
    if (!plan.isUnchanged()) {
      manifest = ManifestReader.open(plan.manifest());
      plan.note(manifest.headerLine(), manifest.remarks());
    }
  }

  @Override
  public @Nullable Row read() {
    if (run.isStopped()) {
      // Never an early end: what was not read yet would count as gone from the manifest.
      throw new CancellationException("the run was stopped while the manifest was read");
    }
    Row row = manifest == null ? null : manifest.next();
    if (row != null) {
      line = row.line();
      plan.countRow(row);
    }
    return row;
  }

  @Override
  public void update(ExecutionContext context) {
    context.putLong("manifest.line", line);
  }

  @Override
  public void close() {
    if (manifest != null) {
      manifest.close();
      manifest = null;
    }
  }
}
