package dev.dailies.job;

import dev.dailies.Golden;
import dev.dailies.cli.FrontDoor;
import dev.dailies.cli.Typed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read at seven in the morning, as a whole. */
class GoldenTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;
  private Rehearsal job;
  private Golden golden;

  @BeforeEach
  void writeRows() throws IOException {
    golden = new Golden(folder);
    job = new Rehearsal(folder, api.baseUrl()).rows(5).keyFile();
    for (int shot = 1; shot <= 5; shot++) {
      api.clips("shot-0" + shot, StubbedApi.clip(1_000 + shot));
    }
  }

  private void check(String name, String command, String... arguments) {
    golden.check(name, job.type(command, arguments).out());
  }

  @Test
  void aGoodNight() {
    check("plan-good", "plan");
    check("run-limited", "run", "--limit=2");
    check("run-good", "run");
    check("run-nothing-to-do", "run");
    check("status", "status");
    check("explain-delivered", "explain", "shot-01");
    check("retry-nothing", "retry");
  }

  @Test
  void aBadNight() {
    api.creates("shot-01", StubbedApi.error(400, "the prompt is too long"));
    api.creates("shot-02", StubbedApi.error(400, "the prompt is too long"));
    api.creates("shot-03", StubbedApi.error(500, "upstream failed"));
    api.looks(
        "shot-04",
        StubbedApi.task("FAILED", ",\"failure\":\"too dark\",\"failureCode\":\"INTERNAL.BAD\""));

    check("run-bad", "run");
    check("status-bad", "status");
    check("explain-doubt", "explain", "shot-03");
    check("explain-failed", "explain", "shot-04");
    check("retry-bad", "retry", "--dry-run");
  }

  @Test
  void anEvening() throws IOException {
    job.manifest(
        "scene,id,prompt,image,video,operation,takes,model",
        "1,SC01_SH010,A fox,https://example.org/a.jpg,,,2,",
        "1,SC01_SH020,A fox,https://example.org/a.jpg,,,,gen3a_turbo",
        "2,SC02_SH010,A fox,,https://example.org/a.mp4,video_to_video,,");

    check("plan-scenes", "plan");

    job.rows(2).type("run");
    job.manifest(
        "id,prompt,image",
        "shot-01,An old fox,https://example.org/a.jpg",
        "shot-02,shot-02,https://example.org/cat.jpg",
        "shot-03,,",
        "shot-04,A fox,a.jpg");

    check("plan-edited", "plan");
  }

  @Test
  void aBadManifest() {
    job.manifest(
        "id,prompt,image,promt",
        "good,A fox,https://example.org/a.jpg,",
        "good,A fox,https://example.org/a.jpg,",
        "empty,,https://example.org/a.jpg,");

    check("plan-bad", "plan");
    check("run-refused", "run");
  }

  @Test
  void aNightThatIsStopped() {
    check("run-out-of-time", "run", "--time-limit=1ms");
  }

  @Test
  void aFullDisk() {
    check("run-disk-full", "run", "--dailies.download.keep-free=8000TB");
  }

  @Test
  void noKey() {
    job = new Rehearsal(folder, api.baseUrl()).rows(1);

    check("run-no-key", "run");
  }

  @Test
  void noNetwork() {
    job.api("base-url", "http://127.0.0.1:9").api("give-up-after", "1s").rows(6);

    check("run-no-network", "run");
  }

  @Test
  void help() {
    golden.check("help", FrontDoor.type("--help").out());
    golden.check("help-run", FrontDoor.type("run", "--help").out());
    golden.check("help-resolve", FrontDoor.type("resolve", "--help").out());
  }

  @Test
  void mistakes() {
    StringBuilder said = new StringBuilder();
    for (String command :
        List.of(
            "stauts shots.csv",
            "run --limt 3 shots.csv",
            "run shots.csv --limit three",
            "run shots.csv --limit -1",
            "run shots.csv --time-limit 6",
            "run shots.csv --rate 2",
            "run shots.csv --window 0",
            "run shots.csv --admission some",
            "run shots.csv -p cometapy",
            "run shots.csv --dailies.stop-timout=5s",
            "run shots.csv --dailies.download.max-size=big",
            "run bad.yaml",
            "run nowhere.csv",
            "status shots.csv extra")) {
      said.append("$ dailies ").append(command).append('\n').append(err(command));
    }

    golden.check("mistakes", said.toString());
  }

  private String err(String command) {
    try {
      Files.writeString(folder.resolve("bad.yaml"), "dailies:\n  manifest: shots.csv\n limit: 3\n");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    String[] words = command.split(" ", -1);
    for (int word = 0; word < words.length; word++) {
      if (words[word].endsWith(".csv") || words[word].endsWith(".yaml")) {
        words[word] = folder.resolve(words[word]).toString();
      }
    }
    Typed typed = FrontDoor.type(words);
    return typed.err();
  }
}
