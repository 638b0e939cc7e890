package dev.dailies.cli;

import dev.dailies.cli.words.FindingLine;
import dev.dailies.cli.words.JsonLines;
import dev.dailies.cli.words.Paint;
import dev.dailies.job.Checkup;
import dev.dailies.job.doctor.Finding;
import dev.dailies.job.doctor.InputScope;
import dev.dailies.job.doctor.Verdict;
import dev.dailies.job.run.ExitCode;
import dev.dailies.text.Count;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks before the night whether it will go through. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Looks before the night at all that it needs: a line for each, with what to do about it.",
      "Changes nothing, sends nothing that costs, and ends with the code that a run would end with."
    })
final class DoctorCommand implements Callable<Integer> {

  @Mixin private JobOptions job = new JobOptions();

  @Option(
      names = "--inputs",
      paramLabel = "sample|all|none",
      description = "Which links of rows are looked at: up to 20 (default), all, or none.")
  private InputScope inputs = InputScope.SAMPLE;

  @Spec private CommandSpec spec;

  private final List<Finding> findings = new ArrayList<>();

  @Override
  public Integer call() {
    Checkup checkup = new Checkup(job.setup(), inputs);
    PrintWriter out = spec.commandLine().getOut();
    Paint paint = job.paint();
    checkup.look(finding -> tell(finding, paint, out));
    ExitCode code = code();
    tellEnd(code, out);
    return code.code();
  }

  private void tell(Finding finding, Paint paint, PrintWriter out) {
    findings.add(finding);
    FindingLine line = new FindingLine(finding);
    if (job.isJson()) {
      JsonLines.print(line.fields(), out);
    } else {
      out.println(line.told(paint));
      out.flush();
    }
  }

  /** When several failures are there, the one wins that would win in a run. */
  private ExitCode code() {
    return findings.stream().map(Finding::code).min(Comparator.naturalOrder()).orElse(ExitCode.OK);
  }

  private void tellEnd(ExitCode code, PrintWriter out) {
    long failures = count(Verdict.FAILURE);
    long warnings = count(Verdict.WARNING);
    String next =
        failures == 0
            ? job.command("run", "")
            : "mend what has failed, then " + job.command("doctor", "");
    if (job.isJson()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("message_type", "doctor");
      fields.put("failures", failures);
      fields.put("warnings", warnings);
      fields.put("exit_code", code.code());
      fields.put("next", next);
      JsonLines.print(fields, out);
    } else {
      out.println(told(failures, warnings));
      out.println("Next: " + next);
      out.flush();
    }
  }

  private long count(Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).count();
  }

  private static String told(long failures, long warnings) {
    if (failures + warnings == 0) {
      return "All is well for the night.";
    }
    String failed = failures == 0 ? "Nothing has failed" : Count.of(failures, "failure");
    return failed + (warnings == 0 ? "." : ", %s.".formatted(Count.of(warnings, "warning")));
  }
}
