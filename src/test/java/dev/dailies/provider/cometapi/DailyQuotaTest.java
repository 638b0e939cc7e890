package dev.dailies.provider.cometapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Secret;
import dev.dailies.provider.Statement;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.ApiClient;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.http.network.Network;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What CometAPI's page "Balance query" says of days. */
class DailyQuotaTest {

  private static final ApiClient CLIENT = new ApiClient(Network.ofTheJvm());
  private static final Secret KEY = Secret.of("sk/quota+1");

  private final WireMockServer server = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private Statement asked(int status, String body) {
    server.stubFor(
        get(urlPathEqualTo("/user/quota"))
            .willReturn(aResponse().withStatus(status).withBody(body)));
    var http = new ProviderHttp(CLIENT, Duration.ofSeconds(20), KEY);
    return new DailyQuota(new Quota(http, server.baseUrl(), KEY), Optional::empty)
        .between(LocalDate.parse("2026-11-29"), LocalDate.parse("2026-12-01"));
  }

  @Test
  void tellsWhatAllKeysHaveUsedByDay() {
    Statement told =
        asked(
            200,
            "{\"total_quota\":5,\"daily_quota\":{"
                + "\"2026-11-29\":[{\"token_name\":\"a\",\"quota_used\":0.64},"
                + "{\"token_name\":\"b\",\"quota_used\":1}],\"2026-11-30\":[]}}");

    assertThat(told)
        .isEqualTo(
            new Statement.Told(List.of(line(new BigDecimal("0.64")), line(new BigDecimal("1")))));
    server.verify(
        1,
        getRequestedFor(urlPathEqualTo("/user/quota"))
            .withQueryParam("key", equalTo("sk/quota+1"))
            .withQueryParam("start_date", equalTo("2026-11-29"))
            .withQueryParam("end_date", equalTo("2026-11-30")));
  }

  private static Statement.Line line(BigDecimal usd) {
    return new Statement.Line(LocalDate.parse("2026-11-29"), null, usd);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"total_quota\":5}",
        "<html>",
        "{\"error\":{\"message\":\"no\"}}",
        "{\"daily_quota\":{\"yesterday\":[{\"quota_used\":1}]}}",
        "{\"daily_quota\":{\"2026-11-29\":[{\"quota_used\":\"1\"}]}}"
      })
  void takesNothingForAStatementThatItCannotRead(String body) {
    assertThat(((Statement.Untold) asked(200, body)).obstacle())
        .isInstanceOf(Submission.NotNow.class);
  }

  @Test
  void saysWhyThereIsNoStatementWithoutTheKey() {
    assertThat(((Statement.Untold) asked(401, "no key sk/quota+1, sk%2Fquota%2B1")).obstacle())
        .isInstanceOfSatisfying(
            Submission.Halt.class,
            halt -> {
              assertThat(halt.cause()).isEqualTo(HaltCause.CREDENTIALS);
              assertThat(halt.reason()).startsWith("HTTP 401: no key ").doesNotContain("quota");
            });
    assertThat(((Statement.Untold) asked(502, "bad gateway")).obstacle())
        .isInstanceOf(Submission.NotNow.class);
  }

  /** A gateway in CometAPI's place need not have it. */
  @Test
  void takesAMissingRouteForOneThatTellsNobody() {
    assertThat(asked(404, "{}")).isEqualTo(new Statement.Silent());
  }
}
