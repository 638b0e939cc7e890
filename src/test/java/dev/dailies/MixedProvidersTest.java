package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.SimulatorRecords.Create;
import dev.dailies.cli.Typed;
import dev.dailies.kill.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manifest whose rows name five providers, one of them slow, in one job. */
class MixedProvidersTest {

  private static final List<String> PROVIDERS =
      List.of("cometapi", "runway", "comfyui", "generator", "sister");

  @AutoClose private final Sandbox simulator = new Sandbox("generation-time=200ms");
  private final Workspace rig;

  MixedProvidersTest(@TempDir Path folder) {
    rig = new Workspace(folder).bring("sample-data/comfyui");
  }

  @Test
  void theSlowOneKeepsNobodyWaiting() {
    writeManifest();
    writeJob();

    Typed run = run();

    assertThat(run.code()).as("%s", run).isZero();
    assertThat(Outcome.results(rig.path("out/mixed")))
        .hasSize(12)
        .allMatch(row -> row.get("state").equals("DELIVERED"));
    List<Instant> slow = times(route -> route.startsWith("/runwayml/"));
    List<Instant> others = times(route -> !route.startsWith("/runwayml/"));
    assertThat(slow).hasSize(4);
    assertThat(others).hasSize(8);
    assertThat(Duration.between(slow.get(0), slow.get(3))).isGreaterThan(Duration.ofSeconds(3));
    assertThat(others).allMatch(time -> time.isBefore(slow.get(2)));
    assertThat(Stream.of("/runway/pro/generate", "/v1/image_to_video", "/prompt", "/api/generate"))
        .allSatisfy(route -> assertThat(times(route::equals)).hasSize(2));
  }

  /**
   * The rows of the slow one come first. Were there one queue for all, the others would begin when
   * its last row has left that, which is when its third is sent.
   */
  private void writeManifest() {
    rig.write(
        "mixed.csv",
        "id,provider,prompt,image,model,duration,ratio,style",
        "slow-1,cometapi,a fox,https://example.org/a.jpg,gen3a_turbo,5,1280:768,",
        "slow-2,cometapi,a hare,https://example.org/a.jpg,gen3a_turbo,5,1280:768,",
        "slow-3,cometapi,an owl,https://example.org/a.jpg,gen3a_turbo,5,1280:768,",
        "slow-4,cometapi,a mole,https://example.org/a.jpg,gen3a_turbo,5,1280:768,",
        "runway-1,runway,a stoat,https://example.org/a.jpg,gen4_turbo,5,1280:720,",
        "comfyui-1,comfyui,,sample-data/comfyui/dawn.png,,2,,",
        "generator-1,generator,a toad,sample-data/comfyui/dawn.png,,,,",
        "sister-1,sister,a wren,,gen4,5,16:9,cinematic",
        "runway-2,runway,a crane,https://example.org/a.jpg,gen4_turbo,5,1280:720,",
        "comfyui-2,comfyui,,sample-data/comfyui/dawn.png,,3,,",
        "generator-2,generator,a newt,sample-data/comfyui/dawn.png,,,,",
        "sister-2,sister,a lark,,gen4,5,16:9,cinematic");
  }

  private void writeJob() {
    rig.write(
        "mixed.yaml",
        "dailies:",
        "  manifest: mixed.csv",
        "  providers:",
        "    cometapi: {api-key: sk-test, submit-rate: 20/min, submit-concurrency: 1}",
        "    runway: {api-key: key_test, submit-rate: 20/s}",
        "    comfyui: {submit-rate: 20/s, workflow: sample-data/comfyui/slideshow.json}",
        "    generator: {submit-rate: 20/s}",
        "    sister: {api-key: sk-test, submit-rate: 20/s, type: cometapi, format: compat}");
  }

  private Typed run() {
    List<String> arguments = new ArrayList<>(List.of("run", "mixed.yaml"));
    for (String provider : PROVIDERS) {
      String settings = "--dailies.providers." + provider + ".";
      arguments.add(settings + "base-url=" + simulator.url());
      arguments.add(settings + "poll-interval=200ms");
    }
    return new Desk(rig).type(arguments.toArray(String[]::new));
  }

  /** When creates on such routes were accepted. */
  private List<Instant> times(Predicate<String> route) {
    return simulator.records().creates().stream()
        .filter(create -> route.test(create.route()))
        .map(Create::at)
        .toList();
  }
}
