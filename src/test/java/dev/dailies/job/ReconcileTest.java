package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.dailies.OwnThread;
import dev.dailies.SimulatorRecords;
import dev.dailies.cli.Typed;
import dev.dailies.job.folder.OutputFolder;
import dev.dailies.settings.SimulatorSetup;
import dev.dailies.simulator.Simulator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our figures beside those of a Runway that charges. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ReconcileTest {

  /** Whoever tells of days that nobody has asked for would be counted twice. */
  private static final String OF_ANOTHER_DAY =
      "{\"results\":[{\"date\":\"2020-01-01\",\"usedCredits\":[{\"model\":\"m\",\"amount\":5}]}]}";

  @TempDir Path folder;

  private static Simulator simulator(String... settings) {
    Map<String, String> all =
        new HashMap<>(Map.of("generation-time", "200ms", "jitter", "0", "latency", "5ms"));
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      all.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return Simulator.start(SimulatorSetup.of(all), 0);
  }

  private Rehearsal job(Simulator simulator) throws Exception {
    Rehearsal job =
        new Rehearsal(folder, simulator.baseUrl().toString())
            .addProvider("runway", "runway", simulator.baseUrl().toString())
            .keyFile()
            .set("provider", "runway")
            .without("providers.runway.api-key")
            .set("providers.runway.api-key-file", folder.resolve("key").toString())
            .set("providers.runway.submit-concurrency", "1");
    return job.manifest(
        "id,prompt,image,model,duration,ratio",
        "fox,a fox,https://example.org/a.jpg,gen4_turbo,5,1280:720",
        "owl,an owl,https://example.org/a.jpg,gen4.5,5,1280:720");
  }

  @Test
  void agreesWithARunwayThatChargedWhatWasExpected() throws Exception {
    try (Simulator simulator = simulator()) {
      Rehearsal job = job(simulator);
      assertThat(job.run().in(DELIVERED)).containsExactly("fox", "owl");

      Typed typed = job.type("reconcile");

      assertThat(typed.code()).as("%s", typed).isZero();
      assertThat(typed.out())
          .contains("runway, ", "as it tells of the whole organization:", "They agree.")
          .containsPattern("\\d  gen4_turbo     1  \\$0\\.25   \\$0\\.25\\R")
          .containsPattern("\\d  gen4\\.5         1  \\$0\\.60   \\$0\\.60\\R")
          .containsPattern("all +2  \\$0\\.85   \\$0\\.85\\R");
    }
  }

  @Test
  void namesDoubtsThatWereNeverTaken() throws Exception {
    try (Simulator simulator = simulator("error-share=1")) {
      Rehearsal job = job(simulator);
      assertThat(job.run().in(IN_DOUBT)).containsExactly("fox", "owl");

      Typed typed = job.type("reconcile");

      assertThat(typed.code()).as("%s", typed).isEqualTo(3);
      assertThat(typed.out())
          .contains(
              "-$0.60",
              "They differ. What may explain it:",
              "fox: in doubt; counts as $0.25 here, and may never have been taken")
          .containsPattern("\\R    \\S+ resolve \\S+ fox ")
          .doesNotContain("no task here explains");
    }
  }

  /** What was sent and is said not to be there counts as nothing here. */
  @Test
  void namesWhatIsSaidNeverToHaveBeenTakenAndWasCharged() throws Exception {
    try (Simulator simulator = simulator("lose-answer-share=1")) {
      Rehearsal job = job(simulator);
      assertThat(job.run().in(IN_DOUBT)).containsExactly("fox", "owl");
      assertThat(job.type("reconcile").code()).isZero();
      job.type("resolve", "fox", "--resubmit");

      Typed typed = job.type("reconcile");

      assertThat(typed.code()).as("%s", typed).isEqualTo(3);
      assertThat(typed.out())
          .contains("fox: said never to have been taken; counts as nothing here, and may have cost")
          .containsPattern("\\R    \\S+ explain \\S+ fox ")
          .doesNotContain("owl:", "no task here explains");
    }
  }

  /** Their side is that of everybody at the account. */
  @Test
  void saysWhatNothingHereExplains() throws Exception {
    try (Simulator simulator = simulator()) {
      Rehearsal job = job(simulator);
      job.run();
      createByAnother(simulator, "gen4_turbo", 10);

      Typed typed = job.type("reconcile");

      assertThat(typed.code()).as("%s", typed).isEqualTo(3);
      assertThat(typed.out())
          .contains("+$0.50", "They differ.")
          .contains("$0.50 of it no task here explains: another folder or person may use this");
      JsonNode end = last(job.type("reconcile", "--json"));
      assertThat(end.at("/providers/0/difference_usd").decimalValue()).isEqualByComparingTo("0.5");
      assertThat(end.at("/providers/0/unexplained_usd").decimalValue()).isEqualByComparingTo("0.5");
      assertThat(end.at("/simulated").asBoolean()).isTrue();
    }
  }

  /**
   * What the ledger was not told, as by a version that could not read it, the provider still knows.
   */
  @Test
  void asksOnceMoreWhatATaskCost() throws Exception {
    try (Simulator simulator = simulator()) {
      Rehearsal job = job(simulator);
      job.run();
      change(
          job, "update attempt set price_charged = null, price_asked = 0.2 where model = 'gen4.5'");

      Typed typed = job.type("reconcile");

      assertThat(typed.code()).as("%s", typed).isEqualTo(3);
      assertThat(typed.out())
          .contains("owl: delivered; counts as $0.20 here, and runway says $0.60")
          .containsPattern("\\R    \\S+ explain \\S+ owl ")
          .doesNotContain("fox", "no task here explains");
      JsonNode suspect = lines(job.type("reconcile", "--json")).get(2);
      assertThat(suspect.get("message_type").asString()).isEqualTo("suspect");
      assertThat(suspect.get("told_usd").decimalValue()).isEqualByComparingTo("0.60");
      assertThat(suspect.get("why").asString()).isEqualTo("price_not_told");
    }
  }

  @Test
  void takesADayForAnotherOneWhereTheMoneyIsTheSame() throws Exception {
    try (Simulator simulator = simulator()) {
      Rehearsal job = job(simulator);
      job.run();
      change(job, "update attempt set intended_at = intended_at - interval '1' day");

      Typed typed = job.type("reconcile");

      assertThat(typed.code()).as("%s", typed).isZero();
      assertThat(typed.out())
          .contains("They agree: what differs on one day is charged on another.");
    }
  }

  @Test
  void looksNoFurtherBackThanItIsTold() throws Exception {
    try (Simulator simulator = simulator()) {
      Rehearsal job = job(simulator);
      job.run();
      change(
          job,
          "update attempt set intended_at = intended_at - interval '3' day where model = 'gen4.5'");
      String today = LocalDate.now(ZoneOffset.UTC).toString();

      Typed typed = job.type("reconcile", "--since=" + today);

      assertThat(typed.code()).as("%s", typed).isEqualTo(3);
      assertThat(typed.out()).contains("runway, " + today + " (days in UTC)").contains("+$0.60");
      assertThat(job.type("reconcile", "--since=yesterday").err())
          .contains("--since must be a day as in 2026-11-30, was 'yesterday'");
    }
  }

  /** Runway answers for 90 days at once. */
  @Test
  void asksForAsManyDaysAsAreWanted() throws Exception {
    try (Simulator simulator = simulator()) {
      Rehearsal job = job(simulator);
      job.run();
      LocalDate before = LocalDate.now(ZoneOffset.UTC).minusDays(200);

      Typed typed = job.type("reconcile", "--since=" + before);

      assertThat(typed.code()).as("%s", typed).isZero();
      assertThat(typed.out()).contains("runway, " + before + " to ", "They agree.");
    }
  }

  @Test
  void leavesOutWhatWasSentToAnAddressThatIsNotAsked() throws Exception {
    try (Simulator simulator = simulator()) {
      Rehearsal job = job(simulator);
      job.run();
      change(job, "update attempt set base_url = 'https://old.example.org' where model = 'gen4.5'");

      assertThat(job.type("reconcile").out())
          .contains("Not in it: $0.60 for 1 submission, sent to an address that the settings no");
    }
  }

  @Test
  void showsOursAloneWhereNobodyTells() throws Exception {
    try (StubbedApi api = new StubbedApi()) {
      Rehearsal job = new Rehearsal(folder, api.baseUrl()).keyFile().rows(2);
      job.run();

      Typed typed = job.type("reconcile");

      assertThat(typed.code()).as("%s", typed).isZero();
      assertThat(typed.out())
          .contains("cometapi tells nobody what it has charged. Here, ")
          .containsPattern("gen3a_turbo     2  \\$0\\.64\\R")
          .doesNotContain("difference", "agree");
      assertThat(last(job.type("reconcile", "--json")).at("/providers/0/theirs_usd").isNull())
          .isTrue();
    }
  }

  @Test
  void agreesWithACometapiThatTellsDaysAlone() throws Exception {
    try (Simulator simulator = simulator()) {
      Rehearsal job =
          new Rehearsal(folder, simulator.baseUrl().toString()).keyFile().shots("a", "b");
      job.run();

      Typed typed = job.type("reconcile");

      assertThat(typed.code()).as("%s", typed).isZero();
      assertThat(typed.out())
          .contains("as it tells of all keys and models of the account:", "They agree.")
          .containsPattern("\\d  -         2  \\$0\\.64     \\$0\\.64\\R");
    }
  }

  /** The prices that count here are those of the models file. */
  @Test
  void saysThatAPriceMayBeWrong() throws Exception {
    try (Simulator simulator = simulator("price-factor=2")) {
      Rehearsal job =
          new Rehearsal(folder, simulator.baseUrl().toString()).keyFile().shots("a", "b");
      job.run();

      Typed typed = job.type("reconcile");

      assertThat(typed.code()).as("%s", typed).isEqualTo(3);
      assertThat(typed.out())
          .contains(
              "+$0.64",
              "2 clips, $0.64 here: cometapi does not say what each cost;"
                  + " dailies.providers.cometapi.prices corrects a price",
              "Another folder or person may use this account, too; look in ")
          .doesNotContain("no task here explains");
    }
  }

  @Test
  void endsAsARunWouldWhereItCannotAsk() throws Exception {
    Rehearsal job;
    try (Simulator simulator = simulator()) {
      job = job(simulator);
      job.run();
    }
    Typed gone = job.type("reconcile");
    assertThat(gone.code()).as("%s", gone).isEqualTo(5);
    assertThat(gone.out()).contains("runway could not be asked: ", "$0.85").doesNotContain("agree");

    Typed keyless = job.without("providers.runway.api-key-file").type("reconcile");
    assertThat(keyless.code()).as("%s", keyless).isEqualTo(4);
    assertThat(keyless.out()).contains("RUNWAYML_API_SECRET");
  }

  @Test
  void changesNothingAndSendsNothing() throws Exception {
    try (Simulator simulator = simulator("error-share=1")) {
      Rehearsal job = job(simulator);
      job.run();
      SimulatorRecords records = new SimulatorRecords(simulator.baseUrl().toString());
      int creates = records.counts().creates();
      List<String> before = events(job);

      job.type("reconcile");

      assertThat(events(job)).isEqualTo(before);
      assertThat(records.counts().creates()).isEqualTo(creates);
    }
  }

  /** A provider may take its time. */
  @Test
  void keepsNoRunFromStartingWhileItAsks() throws Exception {
    Rehearsal job;
    try (Simulator simulator = simulator()) {
      job = job(simulator);
      job.run();
    }
    WireMockServer slow = new WireMockServer(options().dynamicPort());
    slow.stubFor(
        post("/v1/organization/usage").willReturn(okJson(OF_ANOTHER_DAY).withFixedDelay(3_000)));
    slow.start();
    try {
      job.set("providers.runway.base-url", slow.baseUrl());
      CompletableFuture<Typed> asking = OwnThread.start(() -> job.type("reconcile"));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  !slow.findAll(postRequestedFor(urlEqualTo("/v1/organization/usage"))).isEmpty());

      OutputFolder.lock(job.output()).close();

      assertThat(asking).isNotDone();
      assertThat(asking.join().out())
          .contains("Not in it: $0.85 for 2 submissions", "They agree.")
          .doesNotContain("2020-01-01");
    } finally {
      slow.stop();
    }
  }

  private static void createByAnother(Simulator simulator, String model, int seconds)
      throws Exception {
    String body =
        "{\"model\":\"%s\",\"promptText\":\"another\",\"promptImage\":\"https://example.org/b.jpg\",\"ratio\":\"1280:720\",\"duration\":%d}"
            .formatted(model, seconds);
    HttpRequest request =
        HttpRequest.newBuilder(simulator.baseUrl().resolve("/v1/image_to_video"))
            .header("Authorization", "Bearer other")
            .header("X-Runway-Version", "2024-11-06")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  private static void change(Rehearsal job, String sql) {
    try (JobContext context = job.open()) {
      Rehearsal.bean(context, JdbcClient.class).sql(sql).update();
    }
  }

  private static List<String> events(Rehearsal job) {
    try (JobContext context = job.open()) {
      return Rehearsal.bean(context, JdbcClient.class)
          .sql("select concat(id, to_state) from event order by id")
          .query(String.class)
          .list();
    }
  }

  private static List<JsonNode> lines(Typed typed) {
    return typed.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
  }

  private static JsonNode last(Typed typed) {
    List<JsonNode> lines = lines(typed);
    return lines.get(lines.size() - 1);
  }
}
