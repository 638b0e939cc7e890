package dev.dailies.job.doctor;

import dev.dailies.job.run.ExitCode;
import dev.dailies.provider.Inspection;
import java.util.List;

/** Can a server do the work: has it the nodes of the workflow? */
final class ServerCheck implements Check {

  private final Subject subject;
  private final List<Visit> visits;

  ServerCheck(String provider, List<Visit> visits) {
    this.subject = new Subject("server", provider);
    this.visits = visits;
  }

  @Override
  public List<Finding> look() {
    List<Visit> asked =
        visits.stream()
            .filter(visit -> visit.account().obstacle() == null && visit.inspection() != null)
            .toList();
    boolean oneIsFit = asked.stream().anyMatch(visit -> isFit(visit));
    return asked.stream().map(visit -> told(visit, oneIsFit)).toList();
  }

  private static boolean isFit(Visit visit) {
    return visit.inspection() == null || visit.inspection().isFit();
  }

  /** One that lacks something is left out, where another does the work. */
  private Finding told(Visit visit, boolean oneIsFit) {
    Inspection inspection = visit.inspection();
    String words = inspection == null ? "" : inspection.words();
    String told = words.startsWith(visit.address()) ? words : visit.address() + " " + words;
    if (isFit(visit)) {
      return subject.ok(told);
    }
    return oneIsFit
        ? subject.warning(told, "it is left out, and the others do the work")
        : subject.failure(ExitCode.ACCOUNT, told, null);
  }
}
