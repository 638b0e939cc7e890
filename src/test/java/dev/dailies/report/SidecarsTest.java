package dev.dailies.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.files.UnsyncedFolders;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.Task;
import dev.dailies.media.MediaFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SidecarsTest {

  @AutoClose private final FilledLedger ledger = new FilledLedger();
  private @TempDir Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void areWrittenWhereNoFolderCanBeSynced() throws IOException {
    ledger.plan(List.of(FilledLedger.row(2, FilledLedger.shot("cat", 1, "A cat"))));
    DeliveredFile clip = FilledLedger.mp4("cat.mp4");
    Task task = ledger.delivered(ledger.task("cat"), clip);

    in(UnsyncedFolders.of(folder)).write(task, List.of(new Output(1, "https://x", clip)));

    assertThat(folder.resolve("cat.json")).content().contains("\"cat.mp4\"");
  }

  private Sidecars in(Path unsynced) {
    return new Sidecars(
        ledger.queries,
        new Histories(ledger.jdbc),
        unsynced,
        "job",
        "1.0",
        clip -> MediaFacts.NONE);
  }
}
