package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.dailies.Sandbox;
import dev.dailies.TextWorkflow;
import dev.dailies.cli.Typed;
import dev.dailies.provider.http.network.FakeProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Each trouble at a provider that can be seen before the night, planted once. */
@Timeout(value = 240, threadMode = ThreadMode.SEPARATE_THREAD)
class DoctorAtProvidersTest {

  /** In dollars: five seconds of gen4_turbo at Runway. */
  private static final String ROW =
      ",a fox,https://pictures.clips.invalid/a.jpg,gen4_turbo,5,1280:720";

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  private Rehearsal at(String type, String address, int rows) {
    try {
      Path key = Files.writeString(folder.resolve("a-key"), "key_of_a_test");
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
      return new Rehearsal(folder, "http://127.0.0.1:9")
          .set("provider", type)
          .addProvider(type, type, address)
          .without("providers." + type + ".api-key")
          .set("providers." + type + ".api-key-file", key.toString())
          .manifest(
              "id,prompt,image,model,duration,ratio",
              IntStream.range(0, rows).mapToObj(row -> "s" + row + ROW).toArray(String[]::new));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Rows that CometAPI's format knows; 0.32 dollars each. */
  private Rehearsal atCometapi(String address, int rows) {
    Rehearsal job = at("cometapi", address, rows);
    return job.rows(rows);
  }

  private static String line(Typed typed, String check) {
    return typed
        .out()
        .lines()
        .filter(line -> line.substring(8).startsWith(" " + check + ":"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(check + " in " + typed));
  }

  private static void assertFails(Typed typed, int code, String check, String... words) {
    assertThat(typed.code()).as("%s", typed).isEqualTo(code);
    assertThat(line(typed, check)).as("%s", typed).startsWith("failure").contains(words);
    assertThat(typed.out()).doesNotContain("key_of_a_test");
  }

  private void answers(String path, ResponseDefinitionBuilder answer) {
    api.server.stubFor(get(urlPathEqualTo(path)).atPriority(1).willReturn(answer));
  }

  @Test
  void aGoodNightIsWellWithinFiveSeconds() throws IOException {
    try (Sandbox sandbox = new Sandbox("balance=20");
        PictureHost host = new PictureHost()) {
      host.with("/a.jpg", "image/jpeg", PictureHost.JPEG);
      Rehearsal job = host.knownTo(at("runway", sandbox.url(), 10), folder);
      job.type("doctor");
      long began = System.nanoTime();

      Typed typed = job.type("doctor");

      Duration took = Duration.ofNanos(System.nanoTime() - began);
      assertThat(typed.code()).as("%s", typed).isZero();
      assertThat(typed.out()).contains("All is well for the night.").doesNotContain("warning");
      assertThat(typed.out().lines().map(line -> line.replaceFirst(":.*", "")).limit(13))
          .containsExactly(
              "ok       settings",
              "ok       folder",
              "ok       lock",
              "ok       ledger",
              "ok       list",
              "ok       models",
              "ok       disk",
              "ok       budget",
              "ok       network of runway",
              "ok       key of runway",
              "ok       clock of runway",
              "ok       account of runway",
              "ok       inputs of runway");
      assertThat(line(typed, "network of runway")).endsWith(sandbox.url() + " answers");
      assertThat(line(typed, "key of runway")).endsWith("it is accepted (api-key-file)");
      assertThat(line(typed, "account of runway"))
          .endsWith("$20.00 are left, and $2.50 are wanted");
      assertThat(sandbox.records().counts().creates()).isZero();
      assertThat(took).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void cometapiTellsItsBalanceToo() {
    try (Sandbox sandbox = new Sandbox("balance=5")) {
      Typed typed = atCometapi(sandbox.url(), 3).type("doctor", "--inputs=none");

      assertThat(typed.code()).as("%s", typed).isZero();
      assertThat(line(typed, "account of cometapi"))
          .isEqualTo("ok       account of cometapi: $5.00 are left, and $0.96 are wanted");
    }
  }

  @Test
  void noCreditsAreLeft() {
    try (Sandbox sandbox = new Sandbox("balance=0")) {
      assertFails(
          at("runway", sandbox.url(), 1).type("doctor", "--inputs=none"),
          7,
          "account of runway",
          "nothing is left to spend; buy credits");
      assertFails(
          atCometapi(sandbox.url(), 1).type("doctor", "--inputs=none"),
          7,
          "account of cometapi",
          "nothing is left to spend; buy credits");
    }
  }

  @Test
  void theBalanceIsTooSmallForTheNight() {
    try (Sandbox sandbox = new Sandbox("balance=1")) {
      assertFails(
          at("runway", sandbox.url(), 10).type("doctor", "--inputs=none"),
          7,
          "account of runway",
          "$1.00 are left, and $2.50 are wanted");
    }
  }

  @Test
  void whoSendsOnlyAPartIsWarnedOfASmallBalance() {
    try (Sandbox sandbox = new Sandbox("balance=1")) {
      Typed typed = at("runway", sandbox.url(), 10).type("doctor", "--inputs=none", "--limit=3");

      assertThat(typed.code()).as("%s", typed).isZero();
      assertThat(line(typed, "account of runway"))
          .startsWith("warning")
          .contains("$1.00 are left, and $2.50 are wanted for all");
    }
  }

  @Test
  void theGeneratorsPageAndTheComfyuiBehindItAreAsked() {
    try (Sandbox sandbox = new Sandbox()) {
      Rehearsal job =
          new Rehearsal(folder, "http://127.0.0.1:9")
              .set("provider", "generator")
              .set("providers.generator.base-url", sandbox.url())
              .set("providers.generator.server-url", "http://127.0.0.1:9")
              .manifest("id,prompt,image", "a,fox,https://example.org/a.jpg");

      assertFails(
          job.type("doctor", "--inputs=none"),
          5,
          "network of generator",
          sandbox.url() + " cannot be used: cannot connect (127.0.0.1:9)");

      Typed good =
          job.set("providers.generator.server-url", sandbox.url()).type("doctor", "--inputs=none");
      assertThat(good.code()).as("%s", good).isZero();
    }
  }

  @Test
  void theSimulatorFetchesNothingAndIsAskedNothing() {
    Typed typed =
        new Rehearsal(folder, "http://127.0.0.1:9")
            .set("provider", "simulator")
            .manifest("id,prompt,image", "a,fox,https://nobody.invalid/a.jpg")
            .type("doctor");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out()).contains("All is well").doesNotContain("inputs of");
  }

  @Test
  void aKeyThatIsRefused() {
    ResponseDefinitionBuilder no =
        okJson("{\"error\":{\"message\":\"no key_of_a_test\"}}").withStatus(401);
    answers("/v1/models", no);
    answers("/v1/organization", okJson("{\"error\":\"Invalid key\"}").withStatus(401));

    assertFails(
        atCometapi(api.baseUrl(), 1).type("doctor", "--inputs=none"),
        4,
        "key of cometapi",
        "the key was refused, HTTP 401");
    assertFails(
        at("runway", api.baseUrl(), 1).type("doctor", "--inputs=none"),
        4,
        "key of runway",
        "Invalid key");
  }

  @Test
  void aKeyThatIsNotSet() {
    Typed typed =
        atCometapi(api.baseUrl(), 1)
            .without("providers.cometapi.api-key-file")
            .type("doctor", "--inputs=none");

    assertFails(typed, 4, "key of cometapi", "set COMETAPI_KEY");
    assertThat(typed.out()).doesNotContain("network of cometapi");
  }

  @Test
  void aClockThatIsTenMinutesOff() {
    String late =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plus(Duration.ofMinutes(10)).atOffset(ZoneOffset.UTC));
    answers("/v1/models", okJson("{\"data\":[]}").withHeader("Date", late));

    Typed typed = atCometapi(api.baseUrl(), 1).type("doctor", "--inputs=none");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(line(typed, "clock of cometapi"))
        .matches("warning  clock of cometapi: this machine's is (9|10) min behind it; set this .*");
  }

  @Test
  void aProxyThatLeadsNowhere() throws IOException {
    try (FakeProxy proxy = FakeProxy.refusing("403 Forbidden")) {
      Typed typed =
          atCometapi("https://api.cometapi.example", 1)
              .set("proxy", "http://" + proxy.address())
              .type("doctor", "--inputs=none");

      assertFails(
          typed,
          5,
          "network of cometapi",
          "https://api.cometapi.example through the proxy http://" + proxy.address(),
          "the proxy does not reach the host: HTTP 403",
          "look at the proxy");
    }
  }

  @Test
  void aProxyThatWantsAPassword() throws IOException {
    try (FakeProxy proxy = FakeProxy.to(9, "Basic never")) {
      Typed typed =
          atCometapi("https://api.cometapi.example", 1)
              .set("proxy", "http://" + proxy.address())
              .type("doctor", "--inputs=none");

      assertFails(typed, 4, "network of cometapi", "the proxy wants a password");
    }
  }

  @Test
  void anAddressThatIsNone() {
    assertFails(
        atCometapi("https://nobody.invalid", 1).type("doctor", "--inputs=none"),
        5,
        "network of cometapi",
        "unknown host",
        "base-url");
  }

  @Test
  void anAddressThatIsAWebSite() {
    answers(
        "/v1/models",
        aResponse()
            .withHeader("Content-Type", "text/html")
            .withBody("<!doctype html><title>Comet</title>"));

    assertFails(
        atCometapi(api.baseUrl(), 1).type("doctor", "--inputs=none"),
        7,
        "network of cometapi",
        "answered with a web page, 'Comet'");
  }

  @Test
  void aGatewayThatDoesNotKnowTheHarmlessCall() {
    answers("/v1/models", okJson("{\"error\":\"no route\"}").withStatus(404));

    Typed typed = atCometapi(api.baseUrl(), 1).type("doctor", "--inputs=none");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(line(typed, "network of cometapi")).startsWith("warning").contains("no route");
  }

  @Test
  void moreThanTheAccountMayMakeInADay() {
    answers(
        "/v1/organization",
        okJson(
            "{\"creditBalance\":100000,\"tier\":{\"models\":{\"gen4_turbo\":{\"maxConcurrentGenerations\":1,"
                + "\"maxDailyGenerations\":50}}},\"usage\":{\"models\":{\"gen4_turbo\":{\"dailyGenerations\":48}}}}"));

    Typed typed = at("runway", api.baseUrl(), 5).type("doctor", "--inputs=none");

    assertThat(typed.out())
        .contains(
            "warning  account of runway: 5 takes of gen4_turbo are wanted, and the account may make 2 more");
    assertThat(typed.code()).isZero();
  }

  @Test
  void aServerWithoutANodeOfTheWorkflow() throws IOException {
    try (Sandbox sandbox = new Sandbox()) {
      Rehearsal fit = Rehearsal.ofComfyui(folder, sandbox.url()).manifest("id,prompt", "a,fox");
      Typed good = fit.type("doctor", "--inputs=none");
      assertThat(good.code()).as("%s", good).isZero();
      assertThat(line(good, "server of comfyui"))
          .startsWith("ok ")
          .contains("has all that the workflow names");

      Path unfit =
          Files.writeString(
              folder.resolve("unfit.json"),
              TextWorkflow.JSON.replaceFirst(
                  "\"class_type\" *: *\"EmptyLatentImage\"", "\"class_type\": \"MyOwnNode\""));
      Typed typed =
          Rehearsal.ofComfyui(folder, sandbox.url(), unfit)
              .manifest("id,prompt", "a,fox")
              .type("doctor", "--inputs=none");

      assertFails(typed, 7, "server of comfyui", "it has no node", "MyOwnNode");
    }
  }

  @Test
  void aServerThatNobodyHasStarted() {
    assertFails(
        Rehearsal.ofComfyui(folder, "http://127.0.0.1:9")
            .manifest("id,prompt", "a,fox")
            .type("doctor", "--inputs=none"),
        5,
        "network of comfyui",
        "http://127.0.0.1:9 cannot be used",
        "look whether it is up");
  }
}
