package dev.dailies;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.SimulatorRecords.Counts;
import dev.dailies.SimulatorRecords.Create;
import dev.dailies.cli.Typed;
import dev.dailies.kill.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every job file with the sample that it is about, against a simulator in another process: one with
 * its key from the environment, and one that is quiet, by the packaged program. All that is changed
 * is where the provider is, and how long nobody waits.
 */
@Order(1)
class ProvidersIT {

  private static Workspace simulatorsRig;
  private static SimulatorProcess simulator;

  private final Workspace rig;
  private final Desk desk;

  ProvidersIT(@TempDir Path folder) {
    rig = new Workspace(folder).bring("jobs").bring("sample-data");
    desk = new Desk(rig);
  }

  @BeforeAll
  static void startSimulator(@TempDir Path folder) {
    simulatorsRig = new Workspace(folder);
    simulator = SimulatorProcess.start(simulatorsRig, "generation-time=300ms");
  }

  @AfterAll
  static void endSimulator() {
    simulatorsRig.close();
  }

  @AfterEach
  void killAll() {
    rig.close();
  }

  @Test
  void cometapiMakesItsSampleOnce() throws IOException {
    rig.with("COMETAPI_KEY", "sk-test");
    Files.copy(rig.path("sample-data/cometapi.csv"), rig.path("shots.csv"));

    List<Create> creates = make("cometapi", "cometapi", 5, this::runTheJar, baseUrl("cometapi"));
    assertThatNothingIsMadeAgain("cometapi", "cometapi", baseUrl("cometapi"));

    assertThat(creates).allMatch(create -> create.route().startsWith("/runwayml/v1/"));
    assertThat(tickets(creates)).containsExactlyInAnyOrderElementsOf(tickets("cometapi"));
  }

  @Test
  void cometapiMakesItsCompatSample() throws IOException {
    Files.copy(rig.path("sample-data/cometapi-compat.csv"), rig.path("shots.csv"));

    List<Create> creates =
        make("cometapi-compat", "cometapi", 5, baseUrl("cometapi"), key("cometapi"));

    assertThat(creates).allMatch(create -> create.route().startsWith("/runway/pro/"));
    assertThat(tickets(creates)).containsExactlyInAnyOrderElementsOf(tickets("cometapi-compat"));
  }

  @Test
  void runwayMakesItsSampleOnce() {
    List<Create> creates = makeOnce("runway", "runway", 9, baseUrl("runway"), key("runway"));

    assertThat(creates).allMatch(create -> create.route().startsWith("/v1/"));
    assertThat(tickets(creates)).containsExactlyInAnyOrderElementsOf(tickets("runway"));
  }

  @Test
  void comfyuiMakesItsSampleOnce() {
    List<Create> creates = makeOnce("comfyui", "comfyui", 4, baseUrl("comfyui"));

    assertThat(creates).allMatch(create -> create.route().equals("/prompt"));
    assertThat(tickets(creates)).containsExactlyInAnyOrderElementsOf(tickets("comfyui"));
  }

  @Test
  void theGeneratorMakesItsSampleOnce() {
    List<Create> creates = makeOnce("generator", "generator", 3, baseUrl("generator"));

    assertThat(creates).hasSize(3).allMatch(create -> create.route().equals("/api/generate"));
    assertThat(creates).extracting(Create::prompt).doesNotHaveDuplicates();
  }

  @Test
  void theGeneratorMakesItsSampleByComfyuiAndIsQuietIfAsked() {
    rig.with("COMFYUI_SERVER_URL", simulator.url());

    List<Create> creates =
        make("generator", "generator", 3, this::runTheJar, baseUrl("generator"), "--quiet");

    assertThat(rig.said()).as("but for the simulator's address").isEmpty();

    List<Create> prompts =
        creates.stream().filter(create -> create.route().equals("/prompt")).toList();
    assertThat(creates).hasSize(6);
    assertThat(tickets(prompts)).containsExactlyInAnyOrderElementsOf(tickets("generator"));
  }

  private static String baseUrl(String provider) {
    return setting(provider, "base-url=" + simulator.url());
  }

  private static String setting(String provider, String nameAndValue) {
    return "--dailies.providers." + provider + "." + nameAndValue;
  }

  private String key(String provider) {
    return setting(provider, desk.keyFile("key_test"));
  }

  /** Runs a job twice: the first time makes a clip of every row, the second time asks nobody. */
  private List<Create> makeOnce(String job, String provider, int tasks, String... flags) {
    List<Create> creates = make(job, provider, tasks, flags);
    assertThatNothingIsMadeAgain(job, provider, flags);
    return creates;
  }

  private void assertThatNothingIsMadeAgain(String job, String provider, String... flags) {
    Counts counts = simulator.records().counts();
    Typed second = desk.type(command(job, provider, flags));
    assertThat(second.code()).as("%s", second).isZero();
    assertThat(second.out()).contains("Nothing to do");
    assertThat(simulator.records().counts()).isEqualTo(counts);
  }

  private List<Create> make(String job, String provider, int tasks, String... flags) {
    return make(job, provider, tasks, this::typeIt, flags);
  }

  private List<Create> make(
      String job, String provider, int tasks, Consumer<String[]> runner, String... flags) {
    int earlier = simulator.records().creates().size();

    runner.accept(command(job, provider, flags));

    assertThat(results(job)).hasSize(tasks).allSatisfy(row -> assertThatItIsHere(row, job));
    return simulator.records().creates().stream().skip(earlier).toList();
  }

  private void runTheJar(String... words) {
    Ended run = rig.run(words);
    assertThat(run.exit()).as("%s", run).isZero();
  }

  private void typeIt(String... words) {
    Typed typed = desk.type(words);
    assertThat(typed.code()).as("%s", typed).isZero();
  }

  private static String[] command(String job, String provider, String... flags) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "jobs/" + job + ".yaml", "--rate=20/s"));
    arguments.add(setting(provider, "poll-rate=50/s"));
    arguments.add(setting(provider, "poll-interval=200ms"));
    arguments.addAll(List.of(flags));
    return arguments.toArray(String[]::new);
  }

  private List<CSVRecord> results(String job) {
    return Outcome.results(rig.path("out/" + job));
  }

  private void assertThatItIsHere(CSVRecord row, String job) {
    assertThat(row.get("state")).as("%s", row).isEqualTo("DELIVERED");
    boolean picture = row.get("operation").equals("text_to_image");
    assertThat(row.get("files")).as("%s", row).contains(picture ? ".png" : ".mp4");
    assertThat(row.get("files").split("\\|"))
        .extracting(name -> rig.path("out/" + job).resolve(name))
        .allMatch(ProvidersIT::beginsAsItsKind);
  }

  private static boolean beginsAsItsKind(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(12), ISO_8859_1);
      return file.toString().endsWith(".png")
          ? head.startsWith("\u0089PNG\r\n")
          : head.startsWith("ftyp", 4);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What the simulator calls the tasks that it was asked for. */
  private static List<String> tickets(List<Create> creates) {
    return creates.stream().map(Create::ticket).toList();
  }

  /** What the results call them. */
  private List<String> tickets(String job) {
    return results(job).stream().map(row -> row.get("ticket")).toList();
  }
}
