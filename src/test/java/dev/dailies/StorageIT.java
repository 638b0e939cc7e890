package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dailies.kill.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A full disk, and limits of the operating system, around the packaged jar. */
@Tag("chaos")
class StorageIT {

  private static final int ROWS = 12;

  private final Sandbox simulator = new Sandbox("generation-time=300ms", "clip-size=300KB");

  /** The file system of the test is smaller than what is kept free by default. */
  private static final String KEEP_NOTHING_FREE = "--dailies.download.keep-free=0B";

  private final Workspace rig;

  StorageIT(@TempDir Path folder) {
    rig = new Workspace(folder).with("COMETAPI_KEY", "sk-test");
    rig.shots("shots.csv", ROWS);
  }

  @AfterEach
  void endAll() {
    rig.close();
    simulator.close();
  }

  /** Needs to be root, as in a container; anybody else sees it skipped. */
  @Test
  void goesOnWhenAFullDiskHasRoomAgain() throws Exception {
    Path out = Files.createDirectory(rig.path("out"));
    assumeTrue(
        command("mount", "-t", "tmpfs", "-o", "size=2m", "none", out.toString()) == 0,
        "a file system of its own can be mounted");
    try {
      Ended full = rig.run(Cometapi.run(simulator.url(), KEEP_NOTHING_FREE));
      assertThat(full.exit()).as("%s", full).isEqualTo(1);
      assertThat(full.err()).contains("the disk is full");

      command("mount", "-o", "remount,size=100m", out.toString());
      assertThatTheNextRunFinishes();
    } finally {
      command("umount", "-l", out.toString());
    }
  }

  /** Limits what a file may grow to, in blocks of 512 bytes: the ledger's files, and then clips. */
  @ParameterizedTest
  @ValueSource(ints = {16, 64, 200, 300, 500})
  void goesOnWhenFilesMayGrowAgain(int blocks) {
    runWith("ulimit -f " + blocks);
    assertThatTheNextRunFinishes();
  }

  /** With few there is no JVM; with some more it runs out of them somewhere in the run. */
  @ParameterizedTest
  @ValueSource(ints = {90, 105, 120, 135, 150})
  void goesOnWhenThereAreDescriptorsAgain(int descriptors) {
    runWith("ulimit -n " + descriptors);
    assertThatTheNextRunFinishes();
  }

  private void runWith(String limit) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", limit + "; exec \"$@\"", "sh"));
    command.addAll(Jar.quick().command());
    Ended limited = rig.run(new Jar(command), Cometapi.run(simulator.url()));
    String said = limited.err().lines().findFirst().orElse("");
    System.out.printf("%s: exit %d, %s%n", limit, limited.exit(), said);
    assertThat(limited.exit()).as("%s", limited).isIn(0, 1, 2, 5, 12, 134);
  }

  private void assertThatTheNextRunFinishes() {
    Ended next = rig.run(Cometapi.run(simulator.url(), KEEP_NOTHING_FREE));
    assertThat(next.exit()).as("%s", next).isIn(0, 12);
    Outcome outcome = Outcome.of(rig.path("out"), simulator.records());
    assertThat(outcome.delivered() + outcome.inDoubt()).as("%s", outcome).isEqualTo(ROWS);
    assertThat(simulator.records().duplicates()).isZero();
  }

  private static int command(String... words) throws IOException, InterruptedException {
    return new ProcessBuilder(words).inheritIO().start().waitFor();
  }
}
