package dev.dailies.cli;

import dev.dailies.cli.words.JsonLines;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.SettingOrigin;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints every setting and where it comes from. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Prints each setting with its origin; keys are not shown.")
final class ConfigCommand implements Callable<Integer> {

  @Mixin private JobOptions job = new JobOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    JobSetup setup = job.setup();
    PrintWriter out = spec.commandLine().getOut();
    for (SettingOrigin setting : SettingOrigin.all(setup)) {
      if (job.isJson()) {
        JsonLines.print(setting, out);
      } else {
        out.println(setting.name() + " = " + setting.value() + "  (" + setting.origin() + ")");
      }
    }
    out.flush();
    return 0;
  }
}
