package dev.dailies.provider.runway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.runway.Organization.Answer;
import dev.dailies.provider.runway.Organization.Limit;
import dev.dailies.provider.spi.NoSettings;
import dev.dailies.provider.spi.ProviderContext;
import dev.dailies.provider.spi.SomeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganizationTest {

  private static final String KEY = "key_0123456789";

  private final WireMockServer server = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void tellsBalanceLimitsAndUsage() {
    Answer answer =
        ask(
            okJson(
                """
                {"creditBalance": 1234,
                 "tier": {"maxMonthlyCreditSpend": 10000, "models": {
                   "gen4.5": {"maxConcurrentGenerations": 2, "maxDailyGenerations": 200},
                   "aleph2": {"maxConcurrentGenerations": 1, "maxDailyGenerations": 50}}},
                 "usage": {"models": {"gen4.5": {"dailyGenerations": 17}}}}
                """));

    assertThat(answer)
        .isEqualTo(
            new Answer.Told(
                new Organization(
                    1234,
                    10_000,
                    Map.of("gen4.5", new Limit(2, 200, 17), "aleph2", new Limit(1, 50, 0)))));
    server.verify(
        getRequestedFor(urlEqualTo("/v1/organization"))
            .withHeader("Authorization", equalTo("Bearer " + KEY))
            .withHeader("X-Runway-Version", equalTo("2024-11-06")));
  }

  @Test
  void saysWhyNobodyKnows() {
    assertThat(reason(aResponse().withStatus(401).withBody("{\"error\":\"bad " + KEY + "\"}")))
        .isEqualTo("HTTP 401: bad ***");
    assertThat(reason(aResponse().withFault(Fault.EMPTY_RESPONSE))).isNotBlank();
    assertThat(reason(okJson("{\"creditBalance\":\"many\"}"))).startsWith("HTTP 200");
    assertThat(reason(okJson("<html>"))).startsWith("HTTP 200");
  }

  @Test
  void asksNothingWithoutAKey() {
    assertThat(Organization.ask(context("")))
        .isInstanceOfSatisfying(
            Answer.Untold.class, not -> assertThat(not.reason()).contains("RUNWAYML_API_SECRET"));
    server.verify(0, anyRequestedFor(anyUrl()));
  }

  private String reason(ResponseDefinitionBuilder answer) {
    return ((Answer.Untold) ask(answer)).reason();
  }

  private Answer ask(ResponseDefinitionBuilder answer) {
    server.stubFor(get("/v1/organization").willReturn(answer));
    return Organization.ask(context(KEY));
  }

  private ProviderContext context(String key) {
    ProviderHttp http =
        new ProviderHttp(ProviderHttp.client(), Duration.ofSeconds(20), Secret.of(key));
    return new ProviderContext(
        "runway",
        SomeSettings.with(Map.of("base-url", server.baseUrl())),
        Secret.of(key),
        new NoSettings(),
        null,
        (setting, value) -> Path.of(value),
        new Inputs(Path.of("")),
        http);
  }
}
