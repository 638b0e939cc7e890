package dev.dailies.cli;

import dev.dailies.job.JobContext;
import dev.dailies.job.folder.LostLedger;
import dev.dailies.job.recover.ClipRecovery;
import dev.dailies.job.recover.Found;
import dev.dailies.job.run.ExitCode;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.SettingsException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells a ledger that was lost, or put back from long ago, what was paid for. */
@Command(
    name = "recover",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Brings back a ledger that is gone or knows less than the clips beside it.",
      "Puts its newest copy back where it is gone; then takes in the clips that it does not know,"
          + " by their sidecars, as paid for and delivered. Sends nothing, touches no clip."
    })
final class RecoverCommand implements Callable<Integer> {

  @Mixin private JobOptions job = new JobOptions();

  @Option(
      names = {"-n", "--dry-run"},
      description = "Says what would be taken in, and changes nothing.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Does not ask.")
  private boolean yes;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    JobSetup setup = job.setup();
    if (!Files.isDirectory(setup.files().output())) {
      throw new SettingsException(
          "there is no folder " + setup.shown(setup.files().output()) + "; see --output");
    }
    RecoveryText text = new RecoveryText(job, dryRun, spec.commandLine().getOut());
    if (isStillLost(setup, text)) {
      return ExitCode.OK.code();
    }
    try (JobContext context = dryRun ? JobContext.open(setup) : JobContext.openToRecover(setup)) {
      ClipRecovery recovery = context.clipRecovery();
      Found found = recovery.look();
      text.tell(found);
      boolean agreed = !dryRun && !found.forgotten().isEmpty() && isAgreedTo(text.question(found));
      return text.tellEnd(found, agreed ? recovery.take(found) : 0).code();
    }
  }

  /** Puts the copy back of a ledger that is gone; true if that is wanted, but was not done. */
  private boolean isStillLost(JobSetup setup, RecoveryText text) {
    try (LostLedger ledger = LostLedger.of(setup)) {
      String copy = ledger.copy().orElse(null);
      if (copy == null) {
        return false;
      }
      boolean agreed =
          !dryRun && isAgreedTo("The ledger is gone or harmed. Put %s back?".formatted(copy));
      if (agreed) {
        ledger.putBack();
      }
      text.tellCopy(copy, agreed, ledger.hasJournal());
      return !agreed;
    }
  }

  private boolean isAgreedTo(String question) {
    if (!yes && !Terminals.isTerminal()) {
      throw new ParameterException(
          spec.commandLine(), "recover needs --yes where nobody can be asked");
    }
    return yes || Confirmation.ofTerminal(spec.commandLine().getErr()).isGivenTo(question);
  }
}
