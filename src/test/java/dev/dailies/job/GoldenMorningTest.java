package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.dailies.Golden;
import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read the morning after: settling doubts, picking, delivering. */
class GoldenMorningTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;
  private Rehearsal job;
  private Golden golden;

  @BeforeEach
  void writeRows() throws IOException {
    golden = new Golden(folder);
    job = new Rehearsal(folder, api.baseUrl()).rows(3).keyFile();
    for (int shot = 1; shot <= 3; shot++) {
      api.clips("shot-0" + shot, StubbedApi.playable("shot-0" + shot));
    }
  }

  private static String all(Typed typed) {
    return typed.out() + typed.err();
  }

  private String deliver(String... more) {
    String to = folder.resolve("editor").toString();
    String[] words = Stream.concat(Stream.of("--to", to), Stream.of(more)).toArray(String[]::new);
    return "$ dailies deliver --to editor "
        + String.join(" ", more)
        + "\n"
        + all(job.type("deliver", words));
  }

  private String pick(String... tasks) throws IOException {
    String picks =
        Stream.of(tasks)
            .map("{\"task\":\"%s\",\"pick\":\"keep\",\"at\":\"2026-11-29T08:00:00Z\"}"::formatted)
            .collect(Collectors.joining(","));
    String id = Files.readString(job.file(".dailies/job")).strip();
    Path file = folder.resolve("picks.json");
    Files.writeString(file, "{\"job\":\"%s\",\"picks\":[%s]}".formatted(id, picks));
    return all(job.type("picks", file.toString()));
  }

  @Test
  void picksAndDelivers() throws IOException {
    job.type("run");
    StringBuilder said = new StringBuilder(deliver());
    golden.check("picks", pick("shot-01", "shot-03", "shot-09"));
    for (List<String> more : List.of(List.<String>of(), List.<String>of(), List.of("--all"))) {
      said.append(deliver(more.toArray(String[]::new)));
    }
    golden.check("deliver", said.toString());
  }

  @Test
  void deliversWhatIsThere() throws IOException {
    job.type("run");
    pick("shot-01", "shot-02", "shot-03");
    Files.delete(job.file("shot-01.mp4"));
    Files.write(job.file("shot-02.mp4"), new byte[] {1, 2, 3});
    Files.writeString(
        Files.createDirectory(folder.resolve("editor")).resolve("shot-03.mp4"), "mine");

    golden.check(
        "deliver-bad", deliver() + deliver("--all", "--dailies.download.keep-free=8000TB"));
  }

  @Test
  void settlesDoubts() {
    api.creates(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    api.looks("wrong", StubbedApi.notExist());
    job.type("run");

    golden.check("resolve-list", all(job.type("resolve")));
    golden.check(
        "resolve-walk", job.answer("a\nwrong\nn\nA\nright\nwhat?\nn\ng\n", "resolve").out());
  }
}
