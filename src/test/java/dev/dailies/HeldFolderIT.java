package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.cli.Typed;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One output folder, one run: the second process leaves, whatever the first is doing. */
class HeldFolderIT {

  /** The start of a JVM; a database's own lock would keep one waiting longer. */
  private static final Duration AT_ONCE = Duration.ofSeconds(8);

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Sandbox simulator = new Sandbox("generation-time=20s");
  private final Workspace rig;
  private final Desk desk;

  HeldFolderIT(@TempDir Path folder) {
    rig = new Workspace(folder).with("COMETAPI_KEY", "sk-test");
    desk = new Desk(rig);
  }

  @BeforeEach
  void writeManifest() {
    rig.shots("shots.csv", 3);
  }

  @AfterEach
  void endAll() {
    rig.close();
    simulator.close();
  }

  @Test
  void turnsASecondProcessAwayUntilTheFirstIsDead() {
    JarProcess holder = startAndSubmitAll();

    // However slow the machine is, it is still under way when others come. One that works is raced.
    holder.freeze();
    turnedAwayBy(holder);
    Typed status = desk.type(Cometapi.command("status", "out", simulator.url()));
    assertThat(status.code()).as("%s", status).isZero();
    assertThat(status.out())
        .contains("process " + holder.pid())
        .containsPattern("[1-3] (at the provider|to fetch|delivered)");

    holder.kill();
    String key = Cometapi.setting(desk.keyFile("sk-test"));
    Typed next = desk.type(Cometapi.run(simulator.url(), key));
    assertThat(next.code()).as("%s", next).isZero();
    assertThat(next.out()).contains("3 delivered");
    assertThat(simulator.creates()).isEqualTo(3);
  }

  @Test
  @Tag("bench")
  void aSecondProcessLeavesAtOnce() {
    JarProcess holder = startAndSubmitAll();

    assertThat(turnedAwayBy(holder).took()).isLessThan(AT_ONCE);
  }

  @Test
  void onlyOneOfTwoThatStartTogetherWorks() {
    race(1);
  }

  @Test
  @Tag("chaos")
  void onlyOneOfTwoThatStartTogetherWorksEachTime() {
    race(50);
  }

  /** The winner is killed each time, and leaves nothing behind that keeps the next two out. */
  private void race(int rounds) {
    try (Sandbox slow = new Sandbox("generation-time=1h")) {
      for (int round = 1; round <= rounds; round++) {
        race(round, rig.start(Cometapi.run(slow.url())), rig.start(Cometapi.run(slow.url())));
      }
      assertThat(slow.creates()).isEqualTo(3);
    }
  }

  private void race(int round, JarProcess one, JarProcess other) {
    await().atMost(PATIENCE).until(() -> !one.isAlive() || !other.isAlive());
    JarProcess loser = one.isAlive() ? other : one;
    JarProcess winner = one.isAlive() ? one : other;

    Ended turnedAway = loser.await();

    assertThat(turnedAway.exit()).as("round %d: %s", round, turnedAway).isEqualTo(11);
    assertThat(turnedAway.err()).contains("another run holds this output folder");
    System.out.println("the loser left after " + turnedAway.took().toMillis() + " ms");
    awaitAllSubmitted();
    assertThat(winner.isAlive()).as("round %d: the winner works", round).isTrue();
    winner.kill();
  }

  private JarProcess startAndSubmitAll() {
    JarProcess holder = rig.start(Cometapi.run(simulator.url()));
    awaitAllSubmitted();
    return holder;
  }

  private void awaitAllSubmitted() {
    Path statusFile = rig.path("out/.dailies/status.json");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                statusFile.toFile().exists()
                    && rig.text("out/.dailies/status.json").contains("\"SUBMITTED\":3"));
  }

  private Ended turnedAwayBy(JarProcess holder) {
    Ended second = rig.run(Cometapi.run(simulator.url()));
    assertThat(second.exit()).as("%s", second).isEqualTo(11);
    assertThat(second.err().lines())
        .singleElement()
        .asString()
        .contains("another run holds this output folder: process " + holder.pid());
    System.out.println("a second process left after " + second.took().toMillis() + " ms");
    return second;
  }
}
