package dev.dailies.job.doctor;

import dev.dailies.job.plan.SendTable;
import dev.dailies.job.plan.SendTable.OfModel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Are the models known, and still in service? A retired one is a mistake of its row. */
final class ModelCheck implements Check {

  private final Subject subject = Subject.of("models");
  private final RowProblems problems;
  private final SendTable table;

  ModelCheck(RowProblems problems, SendTable table) {
    this.problems = problems;
    this.table = table;
  }

  @Override
  public List<Finding> look() {
    List<Finding> odd = problems.warnings(subject, true);
    String names =
        table.models().stream()
            .map(OfModel::model)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return odd.isEmpty() && !names.isEmpty() ? List.of(subject.ok("all are known: " + names)) : odd;
  }
}
