package dev.dailies.cli.words;

import dev.dailies.job.reconcile.Pair;
import dev.dailies.job.reconcile.Reconciled;
import dev.dailies.job.reconcile.Suspect;
import dev.dailies.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** The same as lines of JSON. */
public final class ReconciledFields {

  private final BinaryOperator<String> line;

  /**
   * @param line the words to type for a command and its arguments
   */
  public ReconciledFields(BinaryOperator<String> line) {
    this.line = line;
  }

  /** A line for each day and model, one for each suspect, and one at the end. */
  public List<Map<String, Object>> lines(List<Reconciled> all, boolean isSimulated, int exitCode) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Reconciled one : all) {
      one.lines().forEach(each -> lines.add(charged(one, each)));
      one.suspects().forEach(suspect -> lines.add(suspect(one, suspect)));
    }
    Map<String, Object> end = new LinkedHashMap<>();
    end.put("message_type", "reconcile");
    end.put("simulated", isSimulated);
    end.put("providers", all.stream().map(ReconciledFields::sum).toList());
    end.put("exit_code", exitCode);
    lines.add(end);
    return lines;
  }

  private static Map<String, Object> charged(Reconciled one, Reconciled.Line each) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("message_type", "charged");
    fields.put("provider", one.provider());
    fields.put("day", each.day());
    fields.put("model", each.model());
    putPair(fields, each.pair(), one.hasTold());
    return fields;
  }

  private static void putPair(Map<String, Object> fields, Pair pair, boolean hasTold) {
    fields.put("attempts", pair.ours().attempts());
    fields.put("ours_usd", pair.ours().cost().usd());
    fields.put("unpriced", pair.ours().cost().unpriced());
    fields.put("theirs_usd", hasTold ? pair.theirs() : null);
    fields.put("difference_usd", hasTold ? pair.difference() : null);
  }

  private Map<String, Object> suspect(Reconciled one, Suspect suspect) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("message_type", "suspect");
    fields.put("provider", one.provider());
    fields.put("task", suspect.charge().task());
    fields.put("attempt", suspect.charge().number());
    fields.put("why", Formats.lower(suspect.why()));
    fields.put("state", suspect.charge().outcome().word());
    fields.put("sent_at", suspect.charge().sentAt());
    fields.put("counted_usd", suspect.counted());
    fields.put("told_usd", suspect.told());
    fields.put("next", SuspectWords.next(suspect, line));
    return fields;
  }

  private static Map<String, Object> sum(Reconciled one) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("provider", one.provider());
    fields.put("tells", one.scope() != null);
    fields.put("scope", one.scope());
    fields.put(
        "obstacle",
        one.obstacle() == null ? null : PlainText.withoutSecrets(one.obstacle().reason()));
    fields.put("zone", one.zone().getId());
    fields.put("from", one.from());
    fields.put("to", one.to());
    putPair(fields, one.all(), one.hasTold());
    fields.put("differs", one.differs());
    fields.put("as_expected_attempts", one.asExpected().attempts());
    fields.put("as_expected_usd", one.asExpected().cost().usd());
    fields.put("unexplained_usd", one.unexplained());
    fields.put("elsewhere_attempts", one.elsewhere().attempts());
    fields.put("elsewhere_usd", one.elsewhere().cost().usd());
    return fields;
  }
}
