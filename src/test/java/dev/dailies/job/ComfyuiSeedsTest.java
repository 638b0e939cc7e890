package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** ComfyUI's seeds have 64 bits, and the seed of a good clip can be copied, whoever chose it. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ComfyuiSeedsTest {

  @AutoClose private final StubbedComfyui server = new StubbedComfyui();
  @TempDir Path folder;

  private Rehearsal job() throws IOException {
    Files.writeString(
        folder.resolve("text.mapping.yaml"),
        "inputs: {seed: '#4.seed', width: '#3.width', height: '#3.height'}");
    return Rehearsal.ofComfyui(folder, server.baseUrl());
  }

  @Test
  void takesCountUpToTheLastSeedOf64Bits() throws IOException {
    Rehearsal job = job().manifest("id,prompt,seed,takes", "cat,a cat,18446744073709551613,3");

    Ran ran = job.run();

    assertThat(ran.code()).isZero();
    assertThat(seedsSent())
        .containsExactlyInAnyOrder(
            new BigInteger("18446744073709551613"),
            new BigInteger("18446744073709551614"),
            new BigInteger("18446744073709551615"));
    assertThat(sidecar(job, "cat@3").at("/seed").toString())
        .isEqualTo("{\"asked\":18446744073709551615,\"used\":18446744073709551615}");
    assertThat(Files.readString(job.file("results.csv"))).contains(",18446744073709551615,");
    assertThat(Files.readString(job.file("report.html")))
        .as("a script's numbers end at 2^53")
        .contains("\"seed\":\"18446744073709551615\"");
  }

  @Test
  void refusesTheTakeAfterTheLastSeed() throws IOException {
    Rehearsal job = job().manifest("id,prompt,seed,takes", "cat,a cat,18446744073709551614,3");

    assertThat(job.run().code()).isEqualTo(2);
    assertThat(Files.readString(job.file("failures.csv")))
        .contains("take 3 would have the seed 18446744073709551616");
    assertThat(server.posts()).isEmpty();
  }

  @Test
  void tellsTheSeedThatItMadeUpAndTheSizeThatItMade() throws IOException {
    Rehearsal job = job().manifest("id,prompt,ratio", "cat,a cat,16:9");

    job.run();

    BigInteger seed = seedsSent().get(0);
    assertThat(sidecar(job, "cat").at("/seed").toString())
        .isEqualTo("{\"asked\":null,\"used\":%d}".formatted(seed));
    assertThat(sidecar(job, "cat").at("/ratio").toString())
        .isEqualTo("{\"asked\":\"16:9\",\"used\":\"688:384\"}");
    assertThat(Files.readString(job.file("results.csv"))).endsWith("," + seed + ",,688:384\n");
    assertThat(Files.readString(job.file("report.html"))).contains("\"seed\":\"" + seed + "\"");
  }

  private List<BigInteger> seedsSent() {
    return server.posts().stream()
        .map(post -> JsonMapper.shared().readTree(post.getBodyAsString()))
        .map(body -> body.at("/prompt/4/inputs/seed").bigIntegerValue())
        .toList();
  }

  private static JsonNode sidecar(Rehearsal job, String task) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(job.file(task + ".json")));
  }
}
