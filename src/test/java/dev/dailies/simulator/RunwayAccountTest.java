package dev.dailies.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import dev.dailies.provider.runway.OpenApi;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What Runway's account holds and tells, as its OpenAPI document of 2026-08-08 has it. */
class RunwayAccountTest {

  private static final String USAGE = "/v1/organization/usage";

  private final HandClock clock = new HandClock(Instant.parse("2026-11-20T23:59:30Z"));
  private final Simulator simulator = start("balance=1.50");
  private final Caller caller = new Caller(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void refusesInRunwaysWordsWhatTheBalanceDoesNotCover() throws Exception {
    assertThat(create("a cat", 10).statusCode()).isEqualTo(200);

    HttpResponse<String> refused = create("a dog", 5);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .startsWith("{\"error\":\"You do not have enough credits to run this task.\"")
        .doesNotContain("issues");
    assertThat(balance()).isEqualTo(30);
    assertThat(caller.record("counts").path("creates").intValue()).isEqualTo(1);
    assertThat(create("a mouse", 2).statusCode()).as("24 of 30 credits").isEqualTo(200);
  }

  @Test
  void givesBackWhatWasCancelledOnceItHasEnded() throws Exception {
    String ticket = ticket(create("a cat [cancel]", 10));
    assertThat(balance()).isEqualTo(30);
    assertThat(caller.json("/v1/tasks/" + ticket).at("/estimatedCost/credits").intValue())
        .isEqualTo(120);

    clock.advance(Duration.ofSeconds(60));

    assertThat(balance()).isEqualTo(150);
    assertThat(caller.json("/v1/tasks/" + ticket).at("/cost/credits").intValue()).isZero();
  }

  @Test
  void keepsWhatModerationTurnedDown() throws Exception {
    create("a cat [unsafe]", 10);
    clock.advance(Duration.ofSeconds(60));
    assertThat(balance()).isEqualTo(30);
  }

  @Test
  void tellsUseByDayAndModelWithoutTodayUnlessAsked() throws Exception {
    create("a cat [cancel]", 10);
    clock.advance(Duration.ofSeconds(60));
    create("a dog", 5);

    JsonNode usual = caller.postJson(USAGE, "{}");
    assertThat(usual.path("results")).hasSize(1);
    assertThat(usual.at("/results/0/date").asString()).isEqualTo("2026-11-20");
    JsonNode asked =
        caller.postJson(USAGE, "{\"startDate\":\"2026-11-01\",\"beforeDate\":\"2026-11-22\"}");
    assertThat(asked)
        .hasToString(
            "{\"results\":["
                + "{\"date\":\"2026-11-20\",\"usedCredits\":[{\"model\":\"gen4.5\",\"amount\":120}]},"
                + "{\"date\":\"2026-11-21\",\"usedCredits\":[{\"model\":\"gen4.5\",\"amount\":-60}]}"
                + "],\"models\":[\"gen4.5\"]}");
  }

  @Test
  void tellsThemAsRunwaysOwnDocumentHasIt() throws Exception {
    JsonNode document = OpenApi.document();
    create("a cat", 10);

    assertThat(
            told(document, "/paths/~1v1~1organization/get")
                .validate(caller.json("/v1/organization").toString(), InputFormat.JSON))
        .isEmpty();
    String asked = "{\"startDate\":\"2026-11-01\",\"beforeDate\":\"2026-11-22\"}";
    assertThat(
            told(document, "/paths/~1v1~1organization~1usage/post")
                .validate(caller.post(USAGE, asked).body(), InputFormat.JSON))
        .isEmpty();
  }

  private static Schema told(JsonNode document, String call) {
    return OpenApi.schema(document.at(call + "/responses/200/content/application~1json/schema"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"startDate\":\"2026-01-01\",\"beforeDate\":\"2026-06-01\"} | beforeDate",
        "{\"startDate\":\"yesterday\"} | startDate",
      })
  void refusesAQuestionAboutMoreThan90Days(String body, String field) throws Exception {
    HttpResponse<String> answer = caller.post(USAGE, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"path\":[\"" + field + "\"]");
  }

  @Test
  void tellsTheLimitsOfAllModelsBeforeAnythingIsSent() throws Exception {
    JsonNode organization = caller.json("/v1/organization");
    assertThat(organization.at("/tier/models/veo3.1/maxConcurrentGenerations").intValue())
        .isPositive();
    assertThat(organization.at("/tier/models").has("gen3a_turbo")).as("retired").isFalse();
    assertThat(organization.at("/usage/models")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "36 | text_to_video | {'model':'gen4.5','promptText':'a','ratio':'1280:720','duration':3}",
        "51 | text_to_video | {'model':'gen4.5','promptText':'a','ratio':'1280:720','duration':3,"
            + "'outputFormat':'prores'}",
        "160 | text_to_video | {'model':'veo3.1','promptText':'a','ratio':'1280:720','duration':4}",
        "80 | text_to_video | {'model':'veo3.1','promptText':'a','ratio':'1280:720','duration':4,"
            + "'audio':false}",
        "8 | text_to_image | {'model':'gen4_image','promptText':'a','ratio':'1080:1440'}",
        "5 | text_to_image | {'model':'gen4_image','promptText':'a','ratio':'960:720'}",
      })
  void countsTheSecondsTheSoundAndTheSize(int credits, String operation, String body)
      throws Exception {
    JsonNode created;
    try (Simulator rich = start()) {
      created = new Caller(rich).postJson("/v1/" + operation, body.replace('\'', '"'));
    }
    assertThat(created.at("/estimatedCost/credits").intValue()).isEqualTo(credits);
  }

  @Test
  void chargesMoreWherePricesHaveRisenAndSaysSoInDollars() throws Exception {
    try (Simulator dear = start("price-factor=1.51")) {
      Caller there = new Caller(dear);
      there.post("/v1/image_to_video", body("a cat", 5));

      JsonNode money = there.record("money").path("runway");

      assertThat(money.path("spentUsd").decimalValue()).isEqualByComparingTo("0.91");
      assertThat(money.path("balanceUsd").decimalValue()).isEqualByComparingTo("9999.09");
      assertThat(there.record("journal").at("/tasks/0/usd").decimalValue())
          .isEqualByComparingTo("0.91");
    }
  }

  @Test
  void hasNoMoreOfOneModelMadeAtOnceThanTheAccountMay() throws Exception {
    try (Simulator narrow = start("concurrency=2")) {
      Caller there = new Caller(narrow);
      List<String> tickets = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        tickets.add(ticket(there.post("/v1/image_to_video", body("a cat", 5))));
      }
      String other =
          ticket(
              there.post("/v1/image_to_video", body("a cat", 5).replace("gen4.5", "gen4_turbo")));
      clock.advance(Duration.ofSeconds(30));
      assertThat(states(there, tickets))
          .containsExactly("RUNNING", "RUNNING", "THROTTLED", "THROTTLED", "THROTTLED");
      assertThat(states(there, List.of(other))).containsExactly("RUNNING");
      clock.advance(Duration.ofSeconds(60));
      assertThat(states(there, tickets))
          .containsExactly("SUCCEEDED", "SUCCEEDED", "RUNNING", "RUNNING", "THROTTLED");
      clock.advance(Duration.ofSeconds(90));
      assertThat(states(there, tickets)).containsOnly("SUCCEEDED");
      assertThat(
              there
                  .json("/v1/organization")
                  .at("/tier/models/gen4_turbo/maxConcurrentGenerations")
                  .intValue())
          .isEqualTo(2);
    }
  }

  private static List<String> states(Caller caller, List<String> tickets) throws Exception {
    List<String> states = new ArrayList<>();
    for (String ticket : tickets) {
      states.add(caller.json("/v1/tasks/" + ticket).path("status").asString());
    }
    return states;
  }

  private Simulator start(String... settings) {
    String[] all = new String[settings.length + 2];
    System.arraycopy(settings, 0, all, 2, settings.length);
    all[0] = "generation-time=60s";
    all[1] = "jitter=0";
    return Simulator.start(Settings.of(all), 0, clock, new Random(3));
  }

  private HttpResponse<String> create(String prompt, int seconds) throws Exception {
    return caller.post("/v1/image_to_video", body(prompt, seconds));
  }

  private static String body(String prompt, int seconds) {
    return """
    {"model":"gen4.5","promptText":"%s","promptImage":"https://example.org/a.jpg",
     "ratio":"960:960","duration":%d}"""
        .formatted(prompt, seconds);
  }

  private static String ticket(HttpResponse<String> created) {
    return created.body().replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
  }

  private int balance() throws Exception {
    return caller.json("/v1/organization").path("creditBalance").intValue();
  }
}
