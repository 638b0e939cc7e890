package dev.dailies.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What CometAPI's account holds and tells. */
class CometapiAccountTest {

  private final HandClock clock = new HandClock(Instant.parse("2026-11-20T23:59:30Z"));
  private final Simulator simulator =
      Simulator.start(
          Settings.of("generation-time=60s", "jitter=0", "balance=0.70"), 0, clock, new Random(3));
  private final Caller caller = new Caller(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void refusesInTheGatewaysWordsWhatTheBalanceDoesNotCover() throws Exception {
    caller.create("a cat");
    caller.create("a dog");

    HttpResponse<String> refused =
        caller.post(Caller.IMAGE_TO_VIDEO, Caller.imageToVideo("a mouse"));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("\"code\":\"quota_not_enough\"");
    assertThat(caller.record("counts").path("creates").intValue()).isEqualTo(2);
  }

  @Test
  void tellsBalanceAndUseByDay() throws Exception {
    caller.create("a cat [fail]");
    clock.advance(Duration.ofSeconds(60));
    caller.create("a dog");

    JsonNode quota = caller.json("/user/quota?key=sk-test");
    assertThat(quota)
        .hasToString(
            "{\"username\":\"simulator\",\"total_quota\":0.38,\"total_used_quota\":0.32,"
                + "\"request_count\":2,\"keys\":[{\"name\":\"simulated\",\"remain_quota\":-1,"
                + "\"used_quota\":0.32}]}");
    JsonNode days =
        caller
            .json("/user/quota?key=sk-test&start_date=2026-11-20&end_date=2026-11-21")
            .path("daily_quota");
    assertThat(days)
        .hasToString(
            "{\"2026-11-20\":[{\"token_name\":\"simulated\",\"quota_used\":0.32,\"request_count\":1}],"
                + "\"2026-11-21\":[{\"token_name\":\"simulated\",\"quota_used\":0.0,\"request_count\":1}]}");
  }

  @Test
  void tellsTheSameAsTheGatewaysLineageDoes() throws Exception {
    caller.create("a cat");
    assertThat(
            caller.json("/v1/dashboard/billing/subscription").path("hard_limit_usd").decimalValue())
        .isEqualByComparingTo("0.70");
    assertThat(caller.json("/v1/dashboard/billing/usage").path("total_usage").decimalValue())
        .isEqualByComparingTo("32");
    assertThat(caller.json("/v1/models").at("/data/0/id").asString()).isEqualTo("gen3a_turbo");
  }

  @Test
  void wantsAKey() throws Exception {
    assertThat(Caller.text(caller.to("/user/quota").build()).statusCode()).isEqualTo(401);
    assertThat(
            Caller.text(HttpRequest.newBuilder(simulator.baseUrl().resolve("/v1/models")).build())
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void makesAPriceUpWhereNoneIsPublishedAndSaysSo() throws Exception {
    caller.post(
        Caller.VIDEO_TO_VIDEO,
        "{\"model\":\"gen4_aleph\",\"videoUri\":\"https://example.org/a.mp4\",\"promptText\":\"a\"}");

    JsonNode money = caller.record("money").path("cometapi");

    assertThat(money.path("spentUsd").decimalValue()).isEqualByComparingTo("0.25");
    assertThat(money.path("madeUpUsd").decimalValue()).isEqualByComparingTo("0.25");
  }
}
