package dev.dailies.job.plan;

import dev.dailies.ledger.OnChange;
import dev.dailies.ledger.PlannedRow;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.RejectedRow;
import dev.dailies.ledger.RowProblem;
import dev.dailies.ledger.Stamp;
import dev.dailies.ledger.Stamps;
import dev.dailies.manifest.Row;
import dev.dailies.manifest.Take;
import dev.dailies.manifest.Verdict;
import dev.dailies.manifest.Way;
import dev.dailies.provider.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Writes judged rows into the ledger, in the transaction of their chunk. */
final class PlanWriter implements ItemWriter<Verdict> {

  private final ManifestPlan plan;
  private final Plans plans;
  private final Stamps stamps;
  private final OnChange onChange;
  private final Way way;

  PlanWriter(ManifestPlan plan, Plans plans, Stamps stamps, OnChange onChange, Way way) {
    this.plan = plan;
    this.plans = plans;
    this.stamps = stamps;
    this.onChange = onChange;
    this.way = way;
  }

  @Override
  public void write(Chunk<? extends Verdict> chunk) {
    chunk.forEach(this::write);
  }

  private void write(Verdict verdict) {
    List<Problem> problems = new ArrayList<>(verdict.problems());
    boolean stamped = verdict.isAccepted() && stampTakes(verdict, problems);
    problems.forEach(
        problem -> plans.note(plan.number(), new RowProblem(verdict.row().line(), problem)));
    if (!stamped) {
      reject(verdict, problems);
    }
  }

  /** Stamps every take; returns false if an earlier row has asked for them. */
  private boolean stampTakes(Verdict verdict, List<Problem> problems) {
    for (Take take : verdict.takes()) {
      Stamp stamp = stamps.stamp(plan.number(), planned(verdict, take), onChange);
      if (stamp.kind() == Stamp.Kind.DUPLICATE) {
        problems.add(duplicate(verdict, stamp.line()));
        return false;
      }
      count(stamp, verdict, problems);
    }
    return true;
  }

  private void count(Stamp stamp, Verdict verdict, List<Problem> problems) {
    switch (stamp.kind()) {
      case REGENERATED -> plan.countRegenerated();
      case EDIT_WAITS -> addOnce(waits(verdict), problems, plan::countWaitingEdit);
      case FORBIDDEN -> addOnce(forbidden(verdict), problems, plan::countForbidden);
      default -> {
        // New or known: nothing to tell.
      }
    }
  }

  /** All takes of a row share what is to be said of it. */
  private static void addOnce(Problem problem, List<Problem> problems, Runnable counter) {
    if (!problems.contains(problem)) {
      problems.add(problem);
      counter.run();
    }
  }

  private void reject(Verdict verdict, List<Problem> problems) {
    Row row = verdict.row();
    String reason =
        problems.stream()
            .filter(Problem::isError)
            .map(problem -> problem.column() + ": " + problem.message() + "; " + problem.fix())
            .collect(Collectors.joining(" | "));
    stamps.reject(
        plan.number(), new RejectedRow(row.line(), verdict.digest(), way.lead(row), reason));
    plan.countRejected();
  }

  private PlannedRow planned(Verdict verdict, Take take) {
    return new PlannedRow(
        verdict.row().line(),
        Objects.requireNonNull(verdict.provider()),
        verdict.digest(),
        way.lead(verdict.row()),
        take.shot(),
        take.price());
  }

  private static Problem duplicate(Verdict verdict, long firstLine) {
    return Problem.error(
        "id",
        verdict.id(),
        "line %d asks for the same shot".formatted(firstLine),
        "give one of them another id, or ask for more with the column takes");
  }

  private static Problem waits(Verdict verdict) {
    return Problem.warning(
        "id",
        verdict.id(),
        "the row was edited while its task is in flight, in doubt or lost",
        "the edit is taken up by a run after that is settled");
  }

  private static Problem forbidden(Verdict verdict) {
    return Problem.error(
        "id",
        verdict.id(),
        "the row was edited although its clip is there (on-change: fail)",
        "undo the edit, or give the row a new id");
  }
}
