package dev.dailies.cli.words;

import dev.dailies.job.doctor.Finding;
import dev.dailies.job.doctor.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what a check has found: one line, with what to do about it. */
public final class FindingLine {

  private final Finding finding;

  public FindingLine(Finding finding) {
    this.finding = finding;
  }

  /** As in {@code warning clock of runway: it is 10 min behind; set it}. */
  public String told(Paint paint) {
    String about = finding.about() == null ? "" : " of " + finding.about();
    String remedy = finding.remedy() == null ? "" : "; " + finding.remedy();
    return "%s %s%s: %s%s"
        .formatted(verdict(paint), finding.check(), about, finding.found(), remedy);
  }

  private String verdict(Paint paint) {
    String word = "%-8s".formatted(Formats.lower(finding.verdict()));
    return finding.verdict() == Verdict.OK
        ? paint.good(word)
        : finding.verdict() == Verdict.WARNING ? paint.busy(word) : paint.bad(word);
  }

  /** The same for a program. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("message_type", "check");
    fields.put("check", finding.check());
    fields.put("provider", finding.about());
    fields.put("verdict", Formats.lower(finding.verdict()));
    fields.put("found", finding.found());
    fields.put("remedy", finding.remedy());
    fields.put("exit_code", finding.code().code());
    return fields;
  }
}
