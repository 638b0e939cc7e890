package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * LibreOffice opens and saves a manifest: nothing of it is paid again. It writes TRUE for true, 5
 * for 05, a time for a ratio, and what a formula comes to.
 */
@Tag("chaos")
class SpreadsheetTest {

  private static final String CSV = "Text - txt - csv (StarCalc):";

  /** As it opens a file by itself, and as its dialog proposes to. */
  private static final List<String> OPENED =
      List.of(CSV + "44,34,76,1", CSV + "44,34,76,1,,0,false,true,false,false,false,0,false");

  /** Separated by commas, as shown, and as Germans have it, every text in quotes. */
  private static final List<String> SAVED =
      List.of(CSV + "44,34,76,1,,0,false,true", CSV + "59,34,76,1,,0,true,true");

  private final Path folder;
  private final Workspace rig;
  private final Desk desk;

  SpreadsheetTest(@TempDir Path folder) {
    this.folder = folder;
    this.rig = new Workspace(folder).bring("jobs").bring("sample-data");
    this.desk = new Desk(rig);
  }

  static Stream<Arguments> manifests() {
    return Stream.of(
            List.of("demo", "simulator", "sample-data/shots.csv"),
            List.of("cometapi", "cometapi", "sample-data/cometapi.csv"),
            List.of("cometapi-compat", "cometapi", "sample-data/cometapi-compat.csv"),
            List.of("runway", "runway", "sample-data/runway.csv"),
            List.of("comfyui", "comfyui", "sample-data/comfyui.csv"),
            List.of("generator", "generator", "sample-data/generator.csv"))
        .flatMap(
            sample ->
                OPENED.stream()
                    .map(open -> Arguments.of(sample.get(0), sample.get(1), sample.get(2), open)));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void paysForNothingAgain(String job, String provider, String sample, String opened)
      throws Exception {
    assumeTrue(isInstalled(), "LibreOffice is not installed here");
    Path manifest = rig.path(sample);
    if (job.startsWith("cometapi")) {
      manifest = Files.copy(manifest, rig.path("shots.csv"));
    }
    try (Sandbox sandbox = new Sandbox("generation-time=100ms")) {
      String[] command = command(job, provider, sandbox.url());
      Typed first = desk.type(command);
      assertThat(first.code()).as("%s", first).isZero();
      int paid = sandbox.creates();
      for (String saved : SAVED) {
        Path rewritten = save(manifest, opened, saved);
        Files.move(rewritten, manifest, StandardCopyOption.REPLACE_EXISTING);

        Typed again = desk.type(command);

        assertThat(sandbox.creates())
            .as("%s%n%s", again, Files.readString(manifest))
            .isEqualTo(paid);
      }
    }
  }

  private String[] command(String job, String provider, String url) {
    String setting = "--dailies.providers." + provider + ".";
    List<String> words =
        new ArrayList<>(
            List.of(
                "run",
                "jobs/" + job + ".yaml",
                "--output=out",
                setting + "base-url=" + url,
                setting + "poll-interval=100ms"));
    if (provider.equals("cometapi") || provider.equals("runway")) {
      words.add(setting + desk.keyFile("key_test"));
    }
    return words.toArray(String[]::new);
  }

  private Path save(Path manifest, String opened, String saved)
      throws IOException, InterruptedException {
    Path outside = Files.createDirectories(folder.resolve("saved"));
    Process office =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--headless",
                "--infilter=" + opened,
                "--convert-to",
                "csv:" + saved,
                "--outdir",
                outside.toString(),
                manifest.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("office.log").toFile())
            .start();
    assertThat(office.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return outside.resolve(manifest.getFileName());
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice")));
  }
}
