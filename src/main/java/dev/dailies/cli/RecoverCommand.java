package dev.dailies.cli;

import dev.dailies.cli.ask.Consent;
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

  @Mixin private Consent consent = new Consent();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    JobSetup setup = job.setup();
    if (!Files.isDirectory(setup.files().output())) {
      throw new SettingsException(
          "there is no folder " + setup.shown(setup.files().output()) + "; see --output");
    }
    RecoveryText text = new RecoveryText(job, consent.isDryRun(), spec.commandLine().getOut());
    if (isStillLost(setup, text)) {
      return ExitCode.OK.code();
    }
    try (JobContext context =
        consent.isDryRun() ? JobContext.open(setup) : JobContext.openToRecover(setup)) {
      ClipRecovery recovery = context.clipRecovery();
      Found found = recovery.look();
      text.tell(found);
      boolean agreed =
          !consent.isDryRun() && !found.forgotten().isEmpty() && isAgreedTo(text.question(found));
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
          !consent.isDryRun()
              && isAgreedTo("The ledger is gone or harmed. Put %s back?".formatted(copy));
      if (agreed) {
        ledger.putBack();
      }
      text.tellCopy(copy, agreed, ledger.hasJournal());
      return !agreed;
    }
  }

  private boolean isAgreedTo(String question) {
    return consent.isGivenTo(question, "recover", spec);
  }
}
