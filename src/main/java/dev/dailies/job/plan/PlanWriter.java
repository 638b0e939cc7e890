package dev.dailies.job.plan;

import dev.dailies.ledger.OnChange;
import dev.dailies.ledger.Plan.RowProblem;
import dev.dailies.ledger.PlannedRow;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.RejectedRow;
import dev.dailies.ledger.Retakes;
import dev.dailies.ledger.RowMatch;
import dev.dailies.ledger.RowMatching;
import dev.dailies.manifest.CheckedRow;
import dev.dailies.manifest.PathMapping;
import dev.dailies.manifest.Row;
import dev.dailies.manifest.Take;
import dev.dailies.provider.Problem;
import dev.dailies.settings.JobSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Writes judged rows into the ledger, in the transaction of their chunk. */
final class PlanWriter implements ItemWriter<CheckedRow> {

  private final ManifestPlan plan;
  private final Plans plans;
  private final RowMatching matching;
  private final Retakes retakes;
  private final OnChange onChange;
  private final PathMapping paths;
  private final RequestComparisons comparisons;
  private final Identities identities;

  PlanWriter(
      ManifestPlan plan,
      Plans plans,
      RowMatching matching,
      JobSetup setup,
      PathMapping paths,
      RequestComparisons comparisons) {
    this.plan = plan;
    this.plans = plans;
    this.matching = matching;
    this.retakes = matching.retakes();
    this.onChange = setup.settings().onChange();
    this.paths = paths;
    this.comparisons = comparisons;
    this.identities = new Identities(matching, comparisons);
  }

  @Override
  public void write(Chunk<? extends CheckedRow> chunk) {
    chunk.forEach(this::write);
  }

  private void write(CheckedRow checked) {
    List<Problem> problems = new ArrayList<>(checked.problems());
    boolean stamped = checked.isAccepted() && stampTakes(checked, problems);
    problems.forEach(
        problem -> plans.note(plan.number(), new RowProblem(checked.row().line(), problem)));
    if (!stamped) {
      reject(checked, problems);
    }
  }

  /** Stamps every take; returns false if an earlier row has asked for them. */
  private boolean stampTakes(CheckedRow checked, List<Problem> problems) {
    if (!checked.row().replaces().isEmpty()) {
      return stampRetakes(checked, problems);
    }
    String id = identities.of(checked);
    for (Take take : checked.takes()) {
      RowMatch match = matching.match(plan.number(), planned(checked, take, id), onChange);
      if (match.kind() == RowMatch.Kind.DUPLICATE) {
        problems.add(duplicate(checked, match.line()));
        return false;
      }
      count(match, checked, problems);
    }
    retakes.keep(plan.number(), id, checked.row().line(), checked.takes().size());
    return true;
  }

  /** One more take for each that the row replaces, unless that was asked for before. */
  private boolean stampRetakes(CheckedRow checked, List<Problem> problems) {
    String id = identities.of(checked);
    List<String> replaced = checked.row().replaces();
    for (String name : replaced) {
      Optional<RowMatch> objection = retakes.objection(plan.number(), id, name);
      if (objection.isPresent()) {
        problems.add(cannotReplace(name, id, objection.get()));
        return false;
      }
    }
    for (int i = 0; i < replaced.size(); i++) {
      PlannedRow row = planned(checked, checked.takes().get(i), id);
      count(retakes.match(plan.number(), row, replaced.get(i)), checked, problems);
    }
    return true;
  }

  private void count(RowMatch match, CheckedRow checked, List<Problem> problems) {
    switch (match.kind()) {
      case REGENERATED -> plan.countRegenerated();
      case EDIT_WAITS -> addOnce(waits(checked), problems, plan::countWaitingEdit);
      case FORBIDDEN -> addOnce(forbidden(checked), problems, plan::countForbidden);
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

  private void reject(CheckedRow checked, List<Problem> problems) {
    Row row = checked.row();
    String reason =
        problems.stream()
            .filter(Problem::isError)
            .map(problem -> problem.column() + ": " + problem.message() + "; " + problem.fix())
            .collect(Collectors.joining(" | "));
    matching.reject(
        plan.number(), new RejectedRow(row.line(), checked.digest(), paths.lead(row), reason));
    plan.countRejected();
  }

  private PlannedRow planned(CheckedRow checked, Take take, String id) {
    return new PlannedRow(
        checked.row().line(),
        Objects.requireNonNull(checked.provider()),
        checked.digest(),
        paths.lead(checked.row()),
        take.shot().withId(id),
        take.price(),
        checked.row().hasOwnColumns(),
        comparisons.of(checked, take.shot()));
  }

  private static Problem duplicate(CheckedRow checked, long firstLine) {
    String written = checked.row().cells().getOrDefault("id", checked.id());
    return written.equals(checked.id())
        ? Problem.error(
            "id",
            written,
            "line %d asks for the same shot".formatted(firstLine),
            "give one of them another id, or ask for more with the column takes")
        : Problem.error(
            "id",
            written,
            "it is %s as the name of a file, and so is line %d".formatted(checked.id(), firstLine),
            "give one of them another id");
  }

  private static Problem cannotReplace(String name, String id, RowMatch objection) {
    return objection.kind() == RowMatch.Kind.DUPLICATE
        ? Problem.error(
            "replaces",
            name,
            "line %d asks for a new take of it already".formatted(objection.line()),
            "name each take once")
        : Problem.error(
            "replaces",
            name,
            "this folder has no such take of " + id,
            "put the file into the output folder that it was exported from");
  }

  private static Problem waits(CheckedRow checked) {
    return Problem.warning(
        "id",
        checked.id(),
        "the row was edited while its task is in flight, in doubt or lost",
        "the edit is taken up by a run after that is settled");
  }

  private static Problem forbidden(CheckedRow checked) {
    return Problem.error(
        "id",
        checked.id(),
        "the row was edited although its clip is there (on-change: fail)",
        "undo the edit, or give the row a new id");
  }
}
