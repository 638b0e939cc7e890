package dev.dailies.cli;

import dev.dailies.cli.words.Forecast;
import dev.dailies.cli.words.JsonLines;
import dev.dailies.job.folder.OutputFolder;
import dev.dailies.job.plan.FirstLook;
import dev.dailies.job.run.ExitCode;
import dev.dailies.settings.JobSetup;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An output folder that is not there yet: a mistyped TARGET leaves none behind. */
final class NewFolder {

  private NewFolder() {}

  /** Why none is to be made; empty if there is one, or the list is on the web. */
  static Optional<String> objection(JobSetup setup) {
    return OutputFolder.exists(setup.files().output()) || setup.published().isPresent()
        ? Optional.empty()
        : FirstLook.objection(setup.files().manifest());
  }

  /**
   * Says why none is made.
   *
   * @param messageType of the line for programs
   */
  static void refuse(
      String why, ExitCode code, String messageType, JobOptions job, PrintWriter out) {
    if (job.isJson()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("message_type", messageType);
      fields.put("stop_reasons", List.of(why));
      fields.put("exit_code", code.code());
      JsonLines.print(fields, out);
    } else {
      out.println(Forecast.told(why));
      out.flush();
    }
  }
}
