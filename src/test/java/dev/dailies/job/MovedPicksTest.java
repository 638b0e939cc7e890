package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.FrontDoor;
import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Picks belong to the night, wherever its folder has been moved to. */
class MovedPicksTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  @Test
  void areKnownAndDeliveredWhereverTheFoldersAre() throws IOException {
    Path night = Files.createDirectory(folder.resolve("night"));
    Rehearsal job = new Rehearsal(night, api.baseUrl()).keyFile().rows(2);
    assertThat(job.type("run").code()).isZero();
    String id = Files.readString(job.file(".dailies/job")).strip();
    assertThat(typed("picks", job.output(), picks(id, "shot-01")).code()).isZero();
    assertThat(typed("deliver", job.output(), "--to", editor("editor")).out())
        .contains("Copied 1 clip");

    Path out = Files.move(night, folder.resolve("moved")).resolve("out");
    Files.move(folder.resolve("editor"), folder.resolve("away"));

    assertThat(typed("deliver", out, "--to", editor("away")).out())
        .contains("Nothing is new in ", ": 1 clip is there already");
    Typed merged = typed("picks", out, picks(id, "shot-01", "shot-02"));
    assertThat(merged.out())
        .as("%s", merged)
        .contains(
            "Took over 1 pick; 1 was known already", "Next: dailies deliver " + out + " --to");
    assertThat(typed("deliver", out, "--to", editor("away")).out())
        .contains("Copied 1 clip", "1 clip is there already");
    assertThat(api.posts()).hasSize(2);
  }

  private static Typed typed(String command, Path target, String... more) {
    String[] words = new String[more.length + 2];
    words[0] = command;
    words[1] = target.toString();
    System.arraycopy(more, 0, words, 2, more.length);
    return FrontDoor.type(words);
  }

  private String editor(String name) {
    return folder.resolve(name).toString();
  }

  private String picks(String id, String... tasks) throws IOException {
    String pick = "{\"task\":\"%s\",\"pick\":\"keep\",\"at\":\"2026-11-29T08:00:00Z\"}";
    StringBuilder all = new StringBuilder();
    for (String task : tasks) {
      all.append(all.isEmpty() ? "" : ",").append(pick.formatted(task));
    }
    Path file = folder.resolve("picks.json");
    Files.writeString(file, "{\"job\":\"%s\",\"picks\":[%s]}".formatted(id, all));
    return file.toString();
  }
}
