package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.dailies.cli.Typed;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands beside a clip, and what {@code verify} makes of it. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class SidecarTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  private Rehearsal job() {
    return new Rehearsal(folder, api.baseUrl());
  }

  @Test
  void tellsHowAClipWasMade() throws IOException {
    api.looks("cat", StubbedApi.succeededTwice());
    Rehearsal job =
        job()
            .manifest(
                "id,prompt,image,seed,takes",
                "one,cat,https://example.org/cat.jpg?signature=secret,7,2");

    Ran ran = job.run();

    String text = Files.readString(job.file("one@2~2.json"));
    JsonNode sidecar = JsonMapper.shared().readTree(text);
    DeliveredFile file = file(ran, "one@2", 1);
    assertThat(text).doesNotContain("secret", "sk-rehearsal");
    assertThat(sidecar.at("/task").asString()).isEqualTo("one@2");
    assertThat(sidecar.at("/row/columns/prompt").asString()).isEqualTo("cat");
    assertThat(sidecar.at("/request/body/promptText").asString()).isEqualTo("cat");
    assertThat(sidecar.at("/request/base_url").asString()).isEqualTo(api.baseUrl());
    assertThat(sidecar.at("/seed/asked").asLong()).isEqualTo(8);
    assertThat(sidecar.at("/seed/used").asLong()).isEqualTo(8);
    assertThat(sidecar.at("/duration/asked").isNull()).isTrue();
    assertThat(sidecar.at("/duration/used").asInt()).as("our default, as sent").isEqualTo(5);
    assertThat(sidecar.at("/ratio/used").asString()).isEqualTo("1280:720");
    assertThat(sidecar.at("/ticket").asString()).startsWith("cat");
    assertThat(sidecar.at("/attempts").size()).isEqualTo(1);
    assertThat(sidecar.at("/times/finished_at").asString()).endsWith("Z");
    assertThat(sidecar.at("/file/name").asString()).isEqualTo("one@2~2.mp4");
    assertThat(sidecar.at("/file/output").asInt()).isEqualTo(2);
    assertThat(sidecar.at("/file/sha256").asString()).isEqualTo(file.sha256());
    assertThat(sidecar.at("/file/bytes").asLong()).isEqualTo(file.bytes());
    assertIsOfTheForm(text);
  }

  private static void assertIsOfTheForm(String sidecar) throws IOException {
    try (InputStream schema =
        SidecarTest.class.getResourceAsStream("/dev/dailies/report/sidecar.schema.json")) {
      var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
      assertThat(
              registry
                  .getSchema(JsonMapper.shared().readTree(Objects.requireNonNull(schema)))
                  .validate(sidecar, InputFormat.JSON))
          .isEmpty();
    }
  }

  @Test
  void aMissingOneIsWrittenAgainByTheNextRun() throws IOException {
    Rehearsal job = job().rows(2);
    job.run();
    String before = Files.readString(job.file("shot-01.json"));
    Files.delete(job.file("shot-01.json"));

    Typed missing = job.type("verify");
    job.run();
    Typed whole = job.type("verify");

    assertThat(missing.code()).isEqualTo(3);
    assertThat(missing.out()).contains("shot-01  shot-01.mp4 has no sidecar");
    assertThat(Files.readString(job.file("shot-01.json"))).isEqualTo(before);
    assertThat(whole.code()).isZero();
    assertThat(whole.out()).contains("2 files, ").contains(" all as they were delivered");
  }

  @Test
  void aClipIsNotDeliveredBeforeItsSidecarIsThere() throws IOException {
    Rehearsal job = job().rows(1);
    Files.createDirectories(job.file(".shot-01.json.tmp").resolve("in the way"));

    Ran first = job.run();
    Files.delete(job.file(".shot-01.json.tmp").resolve("in the way"));
    Ran second = job.run();

    assertThat(first.count(DELIVERED)).isZero();
    assertThat(job.file("shot-01.json")).exists();
    assertThat(second.count(DELIVERED)).isEqualTo(1);
    assertThat(api.posts("shot-01")).isEqualTo(1);
  }

  @Test
  void aFileThatIsNotOursIsLeftAlone() throws IOException {
    Rehearsal job = job().rows(1);
    Files.createDirectories(job.output());
    Files.writeString(job.file("shot-01.json"), "{\"mine\": true}");

    Ran ran = job.run();

    assertThat(ran.count(DELIVERED)).isEqualTo(1);
    assertThat(job.file("shot-01.json")).hasContent("{\"mine\": true}");
    Typed typed = job.type("verify");
    assertThat(typed.code()).isEqualTo(3);
    assertThat(typed.out()).contains(": 1 is not as it was delivered").doesNotContain("Next:");
  }

  @Test
  void verifyTellsWhatIsNotAsItWasDelivered() throws IOException {
    Rehearsal job = job().rows(5);
    job.run();
    byte[] flipped = Files.readAllBytes(job.file("shot-01.mp4"));
    flipped[flipped.length - 1] ^= 1;
    Files.write(job.file("shot-01.mp4"), flipped);
    Files.delete(job.file("shot-02.mp4"));
    Files.write(job.file("shot-03.mp4"), new byte[] {1, 2, 3});
    String sidecar = Files.readString(job.file("shot-04.json"));
    Files.writeString(
        job.file("shot-04.json"), sidecar.replaceFirst("\"sha256\" : \".", "\"sha256\" : \"x"));

    Typed typed = job.type("verify");
    Typed json = job.type("verify", "--json");

    assertThat(typed.code()).isEqualTo(3);
    assertThat(typed.out().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo("shot-01  shot-01.mp4 has other bytes than when it was delivered"),
            line -> assertThat(line).isEqualTo("shot-02  shot-02.mp4 is missing"),
            line -> assertThat(line).startsWith("shot-03  shot-03.mp4 has 3 bytes, and had "),
            line ->
                assertThat(line).contains("shot-04.mp4 has a sidecar that tells of another file"),
            line ->
                assertThat(line).matches("5 files, [0-9.]+ kB: 4 are not as they were delivered"),
            line ->
                assertThat(line)
                    .startsWith(
                        "Next: dailies fetch " + job.manifest() + " shot-01 shot-02 shot-03 "));
    assertThat(json.code()).isEqualTo(3);
    assertThat(json.out().lines()).hasSize(5);
    assertThat(json.out())
        .contains("{\"message_type\":\"difference\",\"task\":\"shot-02\",\"file\":\"shot-02.mp4\"")
        .contains("\"problem\":\"is missing\",\"fetch\":true}")
        .contains("\"files\":5,")
        .contains("\"differences\":4,\"exit_code\":3}");
  }

  private static DeliveredFile file(Ran ran, String task, int index) {
    Output output = ran.view(task).outputs().get(index);
    return Objects.requireNonNull(output.file());
  }
}
