package dev.dailies.cli;

import dev.dailies.cli.words.JsonLines;
import dev.dailies.files.FileNames;
import dev.dailies.job.JobContext;
import dev.dailies.job.deliver.Handed;
import dev.dailies.job.deliver.Handed.LeftOut;
import dev.dailies.job.deliver.Handover.Wish;
import dev.dailies.job.run.ExitCode;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.SettingsException;
import dev.dailies.text.Count;
import dev.dailies.text.ShellWord;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Hands the keepers over. */
@Command(
    name = "deliver",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Copies the keepers into a folder, with a contact sheet that prints (HTML) and lists for the"
          + " editor (EDL and CSV).",
      "Keepers are what picks has taken over. Overwrites nothing and sends nothing; the same again"
          + " copies what is new."
    })
final class DeliverCommand implements Callable<Integer> {

  /** The name of a list where another file, which is not ours, has the one without a number. */
  private static final Pattern NUMBERED = Pattern.compile("-[0-9]+\\.[a-z]+$");

  @Mixin private JobOptions job = new JobOptions();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "The folder, which has to be named; it is made if it is not there.")
  private String to = "";

  @Option(
      names = "--name",
      paramLabel = "TEMPLATE",
      description = {
        "How the files are called there, as in '{id}_{prompt:40}'; see output-name.",
        "Without it: as they are called here."
      })
  private String name = "";

  @Option(
      names = "--link",
      description = "Hard links instead of copies: they take no room, and both are one file.")
  private boolean link;

  @Option(
      names = "--all",
      description = "Every take that is here and was neither rejected nor replaced.")
  private boolean all;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    JobSetup setup = job.setup();
    if (to.isEmpty()) {
      throw new SettingsException("say where to, as in: " + job.command("deliver", "--to editor"));
    }
    Path folder = FileNames.in(Shell.folder(), to).normalize();
    try (JobContext context = ExistingJob.open(setup)) {
      Handed handed = context.handover().fulfil(new Wish(folder, name, link, all));
      if (handed.clips() == 0 && handed.leftOut().isEmpty() && handed.full().isEmpty()) {
        throw new SettingsException(nothing());
      }
      if (job.isJson()) {
        JsonLines.print("deliver", handed, spec.commandLine().getOut());
      } else {
        tell(handed, setup.shown(folder), spec.commandLine().getOut());
      }
      return code(handed).code();
    }
  }

  private String nothing() {
    return all
        ? "no clip is here to deliver; make some with: " + job.command("run", "")
        : "nothing is kept yet; press Export picks on the page, then: "
            + job.command("picks", "FILE");
  }

  private static ExitCode code(Handed handed) {
    return !handed.full().isEmpty()
        ? ExitCode.DISK_FULL
        : handed.leftOut().isEmpty() ? ExitCode.OK : ExitCode.SOME_FAILED;
  }

  private void tell(Handed handed, String folder, PrintWriter out) {
    handed.leftOut().forEach(clip -> out.println("Left out: " + clip.why()));
    if (!handed.full().isEmpty()) {
      out.println("Stopped: " + handed.full());
    }
    out.println(done(handed, folder));
    if (link && handed.fresh() > handed.linked()) {
      out.println("A link leads to no other disk, so there are copies.");
    }
    handed.lists().forEach(list -> out.println("  " + list + about(list, handed)));
    if (!handed.earlierLists().isEmpty()) {
      out.println(
          "These are current; the earlier ones: " + String.join(", ", handed.earlierLists()));
    }
    String next = next(handed);
    if (!next.isEmpty()) {
      out.println("Next: " + next);
    }
    out.flush();
  }

  private static String done(Handed handed, String folder) {
    int there = handed.clips() - handed.fresh();
    int copied = handed.fresh() - handed.linked();
    if (handed.fresh() == 0) {
      return there == 0
          ? "Nothing was copied to " + folder
          : "Nothing is new in %s: %s there already".formatted(folder, are(there));
    }
    String done =
        handed.linked() == 0
            ? "Copied " + Count.of(copied, "clip")
            : "Linked "
                + Count.of(handed.linked(), "clip")
                + (copied == 0 ? "" : " and copied " + copied);
    return done + " to " + folder + (there == 0 ? "" : "; " + are(there) + " there already");
  }

  private static String are(int clips) {
    return Count.of(clips, "clip") + (clips == 1 ? " is" : " are");
  }

  private static String about(String list, Handed handed) {
    String rate = list.endsWith(".edl") ? " (at %s frames a second)".formatted(handed.rate()) : "";
    return rate + (NUMBERED.matcher(list).find() ? ": the current one" : "");
  }

  private String next(Handed handed) {
    if (!handed.full().isEmpty()) {
      return "free some space, then type this again";
    }
    String gone =
        handed.leftOut().stream()
            .filter(LeftOut::fetch)
            .map(clip -> ShellWord.of(clip.task()))
            .distinct()
            .collect(Collectors.joining(" "));
    return gone.isEmpty() ? "" : job.command("fetch", gone);
  }
}
