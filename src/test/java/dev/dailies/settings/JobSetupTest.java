package dev.dailies.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where settings come from, what they mean, and what is refused before anything is opened. */
class JobSetupTest {

  @TempDir Path folder;

  private static Map<String, String> flags(String... flags) {
    Map<String, String> all = new HashMap<>();
    for (int n = 0; n < flags.length; n += 2) {
      all.put(flags[n], flags[n + 1]);
    }
    return all;
  }

  /** A job file in the folder {@code jobs}, started from the folder above. */
  private JobSetup jobFile(Map<String, String> flags, String... lines) throws IOException {
    Path jobs = Files.createDirectories(folder.resolve("jobs"));
    Files.writeString(
        jobs.resolve("night.yaml"), "dailies:\n  " + String.join("\n  ", lines) + "\n");
    return JobSetup.load(Target.of("jobs/night.yaml", folder), flags);
  }

  private JobSetup manifest(String... flags) throws IOException {
    Files.writeString(folder.resolve("shots.csv"), "id,prompt\n");
    return JobSetup.load(Target.of("shots.csv", folder), flags(flags));
  }

  private static String message(ThrowingSetup setup) {
    var refusal =
        assertThatExceptionOfType(SettingsException.class).isThrownBy(setup::load).actual();
    return String.valueOf(refusal.getMessage());
  }

  private interface ThrowingSetup {
    void load() throws IOException;
  }

  @Test
  void namesAWholePathToWhoStartsItAtTheRoot() throws IOException {
    Path shots = Files.writeString(folder.resolve("shots.csv"), "id,prompt\n");
    Path root = folder.toAbsolutePath().getRoot();

    assertThat(JobSetup.load(Target.of(shots.toString(), root), Map.of()).shown(shots))
        .isEqualTo(shots.toString());
    assertThat(JobSetup.load(Target.of("shots.csv", folder), Map.of()).shown(shots))
        .isEqualTo("shots.csv");
  }

  @ParameterizedTest
  @CsvSource({"demo, OFFICIAL", "cometapi, OFFICIAL", "cometapi-compat, COMPAT"})
  void theProjectsOwnJobFilesCanBeWorkedWith(String name, String format) {
    Target target = Target.of("jobs/" + name + ".yaml", Path.of("").toAbsolutePath());

    assertThat(JobSetup.load(target, flags()).ownSettings("cometapi").toString())
        .contains("format=" + format, "callbackUrl=https://callback.invalid/");
  }

  @Test
  void aFlagWinsOverTheJobFileAndThatOverTheDefault() throws IOException {
    JobSetup setup =
        jobFile(
            flags("dailies.providers.cometapi.window", "7"),
            "manifest: shots.csv",
            "providers.cometapi.window: 5",
            "providers.cometapi.submit-rate: 30/min");

    assertThat(setup.provider("cometapi").window()).isEqualTo(7);
    assertThat(setup.provider("cometapi").submitRate()).hasToString("30/min");
    assertThat(setup.provider("cometapi").pollRate()).hasToString("10/s");
  }

  @Test
  void theEnvironmentWinsOverTheJobFileButNotOverAFlag() throws Exception {
    jobFile(flags(), "manifest: shots.csv", "limit: 1", "providers.cometapi.window: 1");
    ProcessBuilder config =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.dailies.cli.Dailies",
                "config",
                "jobs/night.yaml",
                "--window",
                "3")
            .directory(folder.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .redirectOutput(folder.resolve("out.txt").toFile());
    config
        .environment()
        .putAll(
            Map.of(
                "DAILIES_LIMIT", "2",
                "DAILIES_PROVIDERS_COMETAPI_WINDOW", "2",
                "COMETAPI_KEY", "sk-from-the-environment"));

    int code = config.start().waitFor();

    assertThat(code).as(Files.readString(folder.resolve("err.txt"))).isZero();

    String out = Files.readString(folder.resolve("out.txt"));
    assertThat(out).contains("dailies.limit = 2").contains("DAILIES_LIMIT");
    assertThat(out).contains("dailies.providers.cometapi.window = 3");
    assertThat(out).contains("cometapi.api-key = ***").doesNotContain("sk-from");
  }

  @Test
  void pathsInAJobFileAreRelativeToItAndThoseOfFlagsToTheFolder() throws IOException {
    JobSetup setup =
        jobFile(flags("dailies.output", "out/here"), "manifest: ../shots.csv", "output: there");
    JobSetup file = jobFile(flags(), "manifest: ../shots.csv", "output: there");

    assertThat(setup.files().manifest()).isEqualTo(folder.resolve("shots.csv"));
    assertThat(setup.files().output()).isEqualTo(folder.resolve("out/here"));
    assertThat(file.files().output()).isEqualTo(folder.resolve("jobs/there"));
  }

  @Test
  void theOutputIsBesideTheTargetUnlessItIsNamed() throws IOException {
    assertThat(jobFile(flags(), "manifest: s.csv").files().output())
        .isEqualTo(folder.resolve("jobs/out/night"));
    assertThat(manifest().files().output()).isEqualTo(folder.resolve("out/shots"));
  }

  @Test
  void aManifestInsideAnOutputFolderBelongsToIt() throws IOException {
    Path output = folder.resolve("out/x");
    Files.createDirectories(output.resolve(".dailies"));
    Files.writeString(output.resolve("failures.csv"), "id,prompt\n");

    JobSetup setup = JobSetup.load(Target.of("out/x/failures.csv", folder), flags());

    assertThat(setup.files().output()).isEqualTo(output);
  }

  @ParameterizedTest
  @CsvSource({"shots.csv, id", "night.yaml, dailies.manifest: shots.csv"})
  void aPartOfAJobIsKnownByTheJobsOwnList(String target, String text) throws IOException {
    Path output = Files.createDirectories(folder.resolve("out/x"));
    Files.createDirectories(output.resolve(".dailies"));
    Files.writeString(folder.resolve("shots.csv"), "id");
    Files.writeString(folder.resolve(target), text);
    Files.writeString(output.resolve("rejects.csv"), "id,prompt\n");
    JobMemory.leave(
        JobSetup.load(Target.of(target, folder), Map.of("dailies.output", output.toString())));

    JobSetup part = JobSetup.load(Target.of("out/x/rejects.csv", folder), Map.of());

    assertThat(part.files().manifest()).isEqualTo(output.resolve("rejects.csv"));
    assertThat(part.ownList()).isEqualTo("shots.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "dailies.windw, 3, there is no setting dailies.windw",
    "dailies.providers.cometapi.windw, 3, there is no setting dailies.providers.cometapi.windw",
    "dailies.download.speed, 3, there is no setting dailies.download.speed",
    "dailies.download.limit, 3, there is no setting dailies.download.limit",
    "dailies.provider.limit, 3, there is no setting dailies.provider.limit",
    "dailies.providers.cometapi.more.window, 3, there is no setting",
    "dailies.simulator.failure-share, 0.3, did you mean dailies.providers.simulator.failure-share?",
    "dailies.cometapi.window, 3, did you mean dailies.providers.cometapi.window?",
    "dailies.failure-share, 0.3, did you mean dailies.providers.simulator.failure-share?",
    "dailies.providers.cometapi.failure-share, 0.3, 'there are: '",
    "dailies.providers.acme.window, 3, there is no provider type 'acme'",
    "dailies.provider, acme, there is no provider 'acme'",
    "dailies.limit, many, --limit: 'many' is not a number",
    "dailies.limit, -1, '--limit: must be 0 or more, not -1'",
    "dailies.admission, some, '--admission: ''some'' is not one of all, valid'",
    "dailies.providers.cometapi.window, 0, '--dailies.providers.cometapi.window: must be 1 or"
        + " more'",
    "dailies.providers.cometapi.submit-rate, 5, write 2/s",
    "dailies.providers.cometapi.format, runway, 'is not one of official, compat'",
    "dailies.providers.cometapi.callback-url, http://x.example.org, 'callback-url: must be"
        + " https://'",
    "dailies.providers.cometapi.callback-url, https://me:pw@x.example.org, 'callback-url: must be"
        + " https://'",
    "dailies.download.concurrency, 0, '--dailies.download.concurrency: must be 1 or more'",
    "dailies.providers.cometapi.base-url, http://api.example.org, write https://",
    "dailies.providers.cometapi.base-url, http://api_1.example.org, write https://",
    "dailies.providers.cometapi.base-url, ftp://x.example.org, base-url must be https://",
    "dailies.providers.cometapi.base-url, https://me:pw@x.example.org, hold no user name"
  })
  void namesWhatCannotBeWorkedWith(String name, String value, String complaint) {
    assertThat(message(() -> manifest(name, value))).contains(complaint).doesNotContain("me:pw");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost/v1", "http://[::1]:1"})
  void httpIsGoodEnoughOnLoopback(String url) throws IOException {
    JobSetup setup = manifest("dailies.providers.cometapi.base-url", url);

    assertThat(setup.provider("cometapi").baseUrl()).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource({
    "comfyui, base-url, http://comfy_ui:8188",
    "cometapi, base-url, https://api_1.example.org",
    "cometapi, callback-url, https://call_back.example.org/",
  })
  void aHostMayHaveAnUnderscore(String provider, String setting, String url) throws IOException {
    JobSetup setup = manifest("dailies.providers." + provider + "." + setting, url);

    if (setting.equals("base-url")) {
      assertThat(setup.provider(provider).baseUrl()).hasToString(url);
    }
  }

  @Test
  void aProvidersOwnSettingsMayBeListsAndMapsAndNameFiles() throws IOException {
    JobSetup setup =
        jobFile(
            flags("dailies.providers.comfyui.mapping", "here.yaml"),
            "manifest: s.csv",
            "providers.comfyui:",
            "  workflow: ../film.json",
            "  servers: ['http://10.0.0.5:8188', 'http://10.0.0.6:8188']",
            "  headers: {X-Proxy-Pass: let-me-in}");

    assertThat(setup.ownSettings("comfyui").toString())
        .contains("10.0.0.5", "10.0.0.6", "X-Proxy-Pass=***")
        .doesNotContain("let-me-in");
    assertThat(setup.settingFiles("comfyui").locate("workflow", "../film.json"))
        .isEqualTo(folder.resolve("film.json"));
    assertThat(setup.settingFiles("comfyui").locate("mapping", "here.yaml"))
        .isEqualTo(folder.resolve("here.yaml"));
  }

  @Test
  void onlyAListOrAMapHasParts() {
    assertThat(message(() -> manifest("dailies.providers.comfyui.queue.most", "2")))
        .contains("there is no setting", "queue");
    assertThat(message(() -> manifest("dailies.providers.comfyui.heders.X", "2")))
        .contains("there is no setting", "headers");
    assertThat(message(() -> manifest("dailies.download.concurrency.x", "2")))
        .contains("there is no setting");
  }

  @Test
  void aFlagForEveryProviderReachesThoseOfTheJobFileToo() throws IOException {
    JobSetup setup =
        jobFile(
            flags(JobSetup.EVERY_PROVIDER + "window", "4"),
            "manifest: s.csv",
            "providers.second.type: cometapi",
            "providers.second.window: 9");

    assertThat(setup.providerNames()).contains("cometapi", "second", "simulator");
    assertThat(setup.provider("second").window()).isEqualTo(4);
    assertThat(setup.provider("cometapi").window()).isEqualTo(4);
  }

  @Test
  void aKeyFileIsReadBesideTheJobFileIfOnlyItsOwnerCanReadIt() throws IOException {
    JobSetup setup =
        jobFile(flags(), "manifest: s.csv", "providers.cometapi.api-key-file: key.txt");
    Path key = folder.resolve("jobs/key.txt");
    assertThat(message(() -> setup.key("cometapi"))).contains("cannot read key.txt");

    Files.writeString(key, "sk-file\n", StandardCharsets.UTF_8);
    for (String open : List.of("rw-r--r--", "rw-r-----", "rw----r--", "rw--w----", "rw-----w-")) {
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(open));
      assertThat(message(() -> setup.key("cometapi")))
          .as(open)
          .contains("chmod 600")
          .doesNotContain("sk-file");
    }

    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertThat(setup.key("cometapi").reveal()).isEqualTo("sk-file");
  }

  /** As Kubernetes (fsGroup) and systemd leave it: another's file, which our group can read. */
  @Test
  void aKeyFileOfAnotherIsTakenIfNobodyButOurGroupCanReadIt() throws IOException {
    JobSetup setup =
        jobFile(flags(), "manifest: s.csv", "providers.cometapi.api-key-file: key.txt");
    Path key = Files.writeString(folder.resolve("jobs/key.txt"), "sk-file\n");
    try {
      Files.setAttribute(key, "unix:uid", 54321);
    } catch (IOException mayNot) {
      assumeTrue(false, "only root gives files away");
    }
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--r-----"));

    assertThat(setup.key("cometapi").reveal()).isEqualTo("sk-file");
    assertThat(SettingOrigin.all(setup))
        .filteredOn(setting -> setting.name().equals("dailies.providers.cometapi.api-key-file"))
        .singleElement()
        .satisfies(
            setting ->
                assertThat(setting.origin())
                    .contains("its group can read it, as 54321 has set it"));

    for (String open : List.of("r--r--r--", "rw-rw----", "r-----r--")) {
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(open));
      assertThat(message(() -> setup.key("cometapi")))
          .as(open)
          .contains("not yours to change", "defaultMode", "chmod 600 on a copy");
    }
  }

  @Test
  void aJobFileThatIsNoYamlIsNamed() {
    assertThat(message(() -> jobFile(flags(), "manifest: [shots")))
        .contains("night.yaml, line ", "column ");
  }

  @Test
  void aMisspeltVariableIsRefusedAndTheNearestNamed() throws IOException {
    assertThat(message(() -> variables("DAILIES_STOPTIMOUT", "30s")))
        .isEqualTo(
            "there is no setting for the variable DAILIES_STOPTIMOUT; did you mean"
                + " DAILIES_STOP_TIMEOUT?");
    assertThat(message(() -> variables("DAILIES_STOPTIMEOUT", "30")))
        .isEqualTo("DAILIES_STOPTIMEOUT: '30' has no unit; write 6h, 30m or 90s");
    variables("DAILIES_PROVIDERS_COMFYUI_HEADERS_X", "y");
    variables("DAILIES_PROVIDERS_COMETAPI_APIKEY", "y");
    variables("DAILIES_STOP_TIMEOUT", "30s");
  }

  private JobSetup variables(String name, String value) throws IOException {
    Files.writeString(folder.resolve("shots.csv"), "id,prompt\n");
    return JobSetup.load(Target.of("shots.csv", folder), flags(), Map.of(name, value));
  }

  /** Other ways to write the same job file, as YAML and Spring know them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dailies: {manifest: s.csv, window: 4, providers: {cometapi: {pollInterval: 7s}}}",
        "dailies:\n  manifest: s.csv\n  providers.cometapi.poll_interval: 7s",
        "DAILIES:\n  MANIFEST: s.csv\n  PROVIDERS:\n    cometapi:\n      POLL-INTERVAL: 7s",
        """
        'dailies':
          "manifest": 's.csv'
          'providers':
            'cometapi': {"poll-interval": "7s"}""",
        "---\ndailies:\n  manifest: s.csv\n---\ndailies.providers.cometapi.poll-interval: 7s",
        """
        ---
        # nothing
        ---
        dailies: {manifest: s.csv, providers.cometapi.poll-interval: 7s}
        ...
        """,
        "\ufeffdailies:\n  manifest: s.csv\n  providers.cometapi.poll-interval: 7s\n",
        "%YAML 1.2\n---\ndailies:\n  manifest: s.csv\n  providers.cometapi.poll-interval: 7s\n",
        """
        dailies:\r
          manifest: s.csv\r
          providers:\r
            cometapi:\r
              poll-interval: 7s\r
        """,
        """
        dailies:
          manifest: s.csv
          providers:
            cometapi: &a
              poll-interval: 7s
            other:
              <<: *a
              type: cometapi
        """,
        "dailies:\n  manifest: s.csv\n  output:\n  providers.cometapi.poll-interval: 7s\n",
        "dailies:\n  manifest: s.csv\n  download:\n  providers.cometapi.poll-interval: 7s\n",
        """
        dailies:
          manifest: s.csv
          providers:
            runway:
              # window: 2
            cometapi: {POLL_INTERVAL: 7s}
        """,
        """
        dailies:
          manifest: s.csv
          outputName: '{id}'
          providers.cometapi: {pollInterval: 7s, baseUrl: '${NOT_SET:https://api.example.org}', apiKey: '${NOT_SET:sk-1}'}
        """
      })
  void aJobFileMayBeWrittenAsYamlAllows(String text) throws IOException {
    Files.writeString(folder.resolve("n.yaml"), text.replace("window: 4, ", ""));

    JobSetup setup = JobSetup.load(Target.of("n.yaml", folder), flags());

    assertThat(setup.provider("cometapi").pollInterval()).hasSeconds(7);
    assertThat(String.valueOf(setup.settings().manifest())).endsWith("s.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "headers: {X-Api-Version: '1'}",
        "headers: {x.api.version: '1'}",
        "headers: {'[x.api.version]': '1'}",
        "headers: {X_Api_Version: '1'}",
        "headers.X-Api-Version: '1'"
      })
  void aHeaderMayHaveAnyName(String line) throws IOException {
    JobSetup setup =
        jobFile(
            flags(),
            "manifest: s.csv",
            "providers.comfyui.workflow: w.json",
            "providers.comfyui." + line);

    assertThat(setup.ownSettings("comfyui").toString())
        .containsIgnoringCase("api")
        .contains("=***");
  }

  @Test
  void aTargetMustBeAFile() {
    assertThat(message(() -> Target.of("missing.yaml", folder))).contains("does not exist");
    assertThat(message(() -> Target.of(".", folder))).contains("nothing was run in . yet");
  }
}
