package dev.dailies.report;

import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.TaskView;
import dev.dailies.text.PlainText;
import java.util.List;

/** Says in a sentence what a person should know of a result of a task. */
public final class OutputWarning {

  private OutputWarning() {}

  /** Of every result that there is something to say about. */
  public static List<String> of(TaskView view) {
    return view.outputs().stream()
        .filter(output -> output.warning() != null)
        .map(OutputWarning::of)
        .toList();
  }

  static String of(Output output) {
    DeliveredFile file = output.file();
    String what = file == null ? "output " + output.number() + " is not here" : file.name();
    return what + ": " + PlainText.withoutSecrets(output.warning());
  }
}
