package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages of before wrote rejects without a column {@code replaces}: such a list is paid once, too.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OlderRejectsTest {

  private static final String OLD = "id,prompt,image,seed,takes,job,reason_code,reason";

  @AutoClose private final StubbedApi api = new StubbedApi();
  private Path folder;
  private Snapshot before;

  @BeforeAll
  void runOnce(@TempDir Path folder) {
    this.folder = folder;
    assertThat(night().run().in(DELIVERED))
        .containsExactly("fox", "fox@2", "fox@3", "owl", "owl@2");
    before = Snapshot.of(night().output());
  }

  @BeforeEach
  void begin() {
    before.restore();
    api.server.resetRequests();
  }

  private Rehearsal night() {
    return new Rehearsal(folder, api.baseUrl())
        .from("shots.csv")
        .manifest(
            "id,prompt,image,seed,takes",
            "fox,fox,https://example.org/cat.jpg,,3",
            "owl,owl,https://example.org/cat.jpg,7,2");
  }

  private Rehearsal old(String... rows) {
    return new Rehearsal(folder, api.baseUrl()).from("out/rejects.csv").manifest(OLD, rows);
  }

  private static String row(String id, int takes, String rejected) {
    return "%s,%s,https://example.org/cat.jpg,,%d,,REJECTED_IN_GALLERY,\"rejected: %s\""
        .formatted(id, id, takes, rejected);
  }

  private int sentAfter(Rehearsal... jobs) {
    for (Rehearsal job : jobs) {
      assertThat(job.run().code()).isZero();
    }
    return api.posts().size();
  }

  @Test
  void asksForAsManyTakesAsWereRejected() {
    String row = row("fox", 5, "fox@2, fox@3");
    assertThat(sentAfter(old(row))).isEqualTo(2);
    assertThat(sentAfter(old(row))).isEqualTo(2);
    assertThat(sentAfter(night())).isEqualTo(2);

    assertThat(sentAfter(old(row))).isEqualTo(2);
    assertThat(night().run().in(DELIVERED)).contains("fox@4", "fox@5");
  }

  /** Without its seed the row is another one, and its takes are counted anew. */
  @Test
  void asksForThemWhereTheRowHadASeed() {
    String row = row("owl", 1, "owl@2");
    assertThat(sentAfter(old(row))).isEqualTo(1);
    assertThat(sentAfter(old(row))).isEqualTo(1);
    assertThat(sentAfter(night())).isEqualTo(1);

    assertThat(sentAfter(old(row))).isEqualTo(1);
    assertThat(night().run().in(DELIVERED)).contains("owl", "owl@2", "owl+2");
  }
}
