package dev.dailies.cli;

import dev.dailies.job.run.ExitCode;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.SettingsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drafts the mapping of a workflow. */
@Command(
    name = "mapping",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Drafts which column goes where in a ComfyUI workflow, and prints it.",
      "A plan takes the same draft where a workflow has no mapping."
    })
final class MappingCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "WORKFLOW",
      description = "As 'Export (API)' writes it, or a picture or clip that ComfyUI has saved.")
  private Path workflow = Path.of("");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String draft = JobSetup.mappingOf(workflow);
    if (draft.isEmpty()) {
      throw new SettingsException(
          workflow.getFileName()
              + ": nothing of a row has a usual place in it, or it has placeholders, which need no"
              + " mapping; see docs/comfyui.md");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(draft);
    out.flush();
    return ExitCode.OK.code();
  }
}
