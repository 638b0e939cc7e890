package dev.dailies.provider.runway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.dailies.provider.AShot;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Price;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Provider;
import dev.dailies.provider.ProviderContractTest;
import dev.dailies.provider.Recovery;
import dev.dailies.provider.Request;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Statement;
import dev.dailies.provider.Submission;
import dev.dailies.provider.spi.ProviderFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunwayProviderTest extends ProviderContractTest {

  private static final String TICKET = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  protected ProviderFactory factory() {
    return new RunwayFactory();
  }

  @Override
  protected Shot shot() {
    return AShot.imageToVideo().seed(7).build();
  }

  @Override
  protected MappingBuilder submitRoute() {
    return post("/v1/image_to_video");
  }

  @Override
  protected MappingBuilder pollRoute() {
    return get("/v1/tasks/" + TICKET);
  }

  @Override
  protected String ticket() {
    return TICKET;
  }

  @Override
  protected List<Recorded<Submission>> submissions() {
    return List.of(
        made(
            "an id and a price",
            200,
            "{\"id\":\"" + TICKET + "\",\"estimatedCost\":{\"credits\":60}}",
            Submission.Accepted.class),
        made("an id alone", 200, "{\"id\":\"" + TICKET + "\"}", Submission.Accepted.class),
        made(
            "a bad field",
            400,
            "{\"error\":\"Validation of body failed\",\"issues\":[{\"code\":\"invalid_value\","
                + "\"path\":[\"ratio\"],\"message\":\"Invalid option\"}]}",
            Submission.Refused.class),
        made("an input that is not there", 400, error("Failed to fetch"), Submission.Refused.class),
        made(
            "no credits",
            400,
            error("You do not have enough credits to run this task."),
            Submission.Halt.class),
        made(
            "another word for no credits",
            400,
            error("Insufficient balance"),
            Submission.Halt.class),
        made("a proxy's failure", 400, error("Internal Server Error"), Submission.Unknown.class),
        made("a failure inside", 422, "{\"statusCode\":504}", Submission.Unknown.class),
        made("too large", 413, "", Submission.Refused.class),
        made("too long", 414, "", Submission.Refused.class),
        made("a wrong type", 415, "", Submission.Refused.class),
        made("a time-out", 408, "", Submission.Unknown.class),
        made("somebody hung up", 499, "", Submission.Unknown.class),
        made("an error in a 200", 200, error("timeout"), Submission.Unknown.class),
        made("a wrong key", 401, error("API key is invalid"), Submission.Halt.class),
        made(
            "a model that is not ours",
            403,
            error("Model variant veo3.1 is not available."),
            Submission.Refused.class),
        made("forbidden", 403, error("Forbidden"), Submission.Halt.class),
        made("no route", 404, "<html>", Submission.Halt.class),
        made("no method", 405, error("Method not allowed"), Submission.Halt.class),
        made("a limit", 429, error("Too many requests"), Submission.NotNow.class),
        made("a failure", 500, error("Internal"), Submission.Unknown.class),
        made("shed load", 503, error("Unavailable"), Submission.Unknown.class));
  }

  @Override
  protected List<Recorded<Progress>> looks() {
    return List.of(
        seen("pending", 200, task("PENDING", cost("estimatedCost")), Progress.Waiting.class),
        seen("throttled", 200, task("THROTTLED", cost("estimatedCost")), Progress.Waiting.class),
        seen("running", 200, task("RUNNING", ",\"progress\":0.4"), Progress.Running.class),
        seen("done", 200, task("SUCCEEDED", cost("cost")), Progress.Succeeded.class),
        seen("failed", 200, task("FAILED", cost("cost")), Progress.Failed.class),
        seen("cancelled", 200, task("CANCELLED", cost("cost")), Progress.Cancelled.class),
        seen("of another case", 200, task("Running", ""), Progress.Running.class),
        seen("an odd word", 200, task("PONDERING", ""), Progress.Waiting.class),
        seen(
            "an odd word with a result",
            200,
            task("READY", ",\"output\":[\"https://a.example/1\"]"),
            Progress.Succeeded.class),
        seen("a plain word for a failure", 200, task("EXPIRED", ""), Progress.Failed.class),
        seen("no healthy upstream", 404, error("no healthy upstream"), Progress.Unreadable.class),
        seen(
            "another task",
            200,
            task("SUCCEEDED", "").replace(TICKET, "another"),
            Progress.Unreadable.class),
        seen("no task at all", 200, "{\"status\":\"FAILED\"}", Progress.Unreadable.class),
        seen("not there", 404, error("Task not found"), Progress.NotVisible.class),
        seen("another's 404", 404, "<html>", Progress.Unreadable.class),
        seen("no money", 402, "{}", Progress.Halt.class));
  }

  @Override
  protected ResponseDefinitionBuilder succeeded(List<String> outputs) {
    String array = outputs.stream().map(o -> '"' + o + '"').collect(Collectors.joining(","));
    return json(200, task("SUCCEEDED", ",\"output\":[" + array + "]"));
  }

  @Test
  void sendsItsVersionAndTheKeyOnEveryCall() {
    submitted(submissions().get(0).answer());
    looked(looks().get(0).answer());

    server.verify(
        postRequestedFor(urlEqualTo("/v1/image_to_video"))
            .withHeader("Authorization", equalTo("Bearer " + KEY))
            .withHeader("X-Runway-Version", equalTo("2024-11-06"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withRequestBody(equalToJson(request(provider()).body())));
    server.verify(
        getRequestedFor(urlEqualTo("/v1/tasks/" + TICKET))
            .withHeader("Authorization", equalTo("Bearer " + KEY))
            .withHeader("X-Runway-Version", equalTo("2024-11-06")));
  }

  @Test
  void takesThePriceFromTheAnswer() {
    assertThat(submitted(submissions().get(0).answer()))
        .isInstanceOfSatisfying(
            Submission.Accepted.class, task -> assertThat(task.price()).isEqualTo(usd("0.60")));
    assertThat(submitted(submissions().get(1).answer()))
        .isInstanceOfSatisfying(
            Submission.Accepted.class, task -> assertThat(task.price()).isNull());
  }

  @Test
  void takesWhatATaskHasCostHoweverItEnded() {
    assertThat(looked(json(200, task("SUCCEEDED", cost("cost")))))
        .isInstanceOfSatisfying(
            Progress.Succeeded.class, task -> assertThat(task.price()).isEqualTo(usd("0.25")));
    assertThat(looked(json(200, task("FAILED", ",\"cost\":{\"credits\":0}"))))
        .isInstanceOfSatisfying(
            Progress.Failed.class, task -> assertThat(task.price()).isEqualTo(usd("0.00")));
    assertThat(looked(json(200, task("CANCELLED", cost("cost")))))
        .isInstanceOfSatisfying(
            Progress.Cancelled.class, task -> assertThat(task.price()).isEqualTo(usd("0.25")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "NaN", "Infinity", "\"25\"", "1e12", "1e400", "null", "{}"})
  void believesNoPriceThatCannotBeMeant(String credits) {
    assertThat(looked(json(200, task("SUCCEEDED", ",\"cost\":{\"credits\":" + credits + "}"))))
        .isInstanceOfSatisfying(
            Progress.Succeeded.class, task -> assertThat(task.price()).isNull());
  }

  @Test
  void namesTheFieldsThatRunwayRefuses() {
    assertThat(submitted(submissions().get(2).answer()))
        .isInstanceOfSatisfying(
            Submission.Refused.class,
            no -> {
              assertThat(no.reason())
                  .isEqualTo("Validation of body failed (ratio: Invalid option)");
              assertThat(no.code()).isEqualTo("http_400");
            });
  }

  @Test
  void takesAWordAboutCreditsInAFieldForNoLackOfThem() {
    String issue =
        "{\"error\":\"Validation of body failed\",\"issues\":[{\"code\":\"c\",\"path\":[\"a\",0],"
            + "\"message\":\"enough credits\"}]}";

    assertThat(submitted(json(400, issue)))
        .isInstanceOfSatisfying(
            Submission.Refused.class, no -> assertThat(no.reason()).contains("a.0: enough"));
  }

  @Test
  void waitsMillisecondsWhereTheyAreTold() {
    assertThat(submitted(json(429, "{}").withHeader("retry-after-ms", "1500")))
        .isInstanceOfSatisfying(
            Submission.NotNow.class,
            not -> assertThat(not.retryAfter()).isEqualTo(Duration.ofMillis(1500)));
  }

  @Test
  void classesAFailureByItsCode() {
    assertThat(failure("SAFETY.INPUT.TEXT").retryable()).isFalse();
    assertThat(failure("INTERNAL.BAD_OUTPUT.CODE01").retryable()).isTrue();
    assertThat(failure("INTERNAL.BAD_OUTPUT.CODE01").code())
        .isEqualTo("INTERNAL.BAD_OUTPUT.CODE01");
    assertThat(failure("INTERNAL").reason()).isEqualTo("An unexpected error occurred.");
  }

  private Progress.Failed failure(String code) {
    String more =
        ",\"failure\":\"An unexpected error occurred.\",\"failureCode\":\"%s\"".formatted(code);
    return (Progress.Failed) looked(json(200, task("FAILED", more)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "1.5", "37", "\"0.4\"", "null"})
  void knowsNoProgressOutsideOfItsRange(String progress) {
    assertThat(looked(json(200, task("RUNNING", ",\"progress\":" + progress))))
        .isInstanceOfSatisfying(
            Progress.Running.class, task -> assertThat(task.fraction()).isNull());
  }

  @Test
  void tellsWhatTheOrganizationWasChargedByDayAndModel() {
    usage(
        json(
            200,
            "{\"results\":[{\"date\":\"2026-11-29\",\"usedCredits\":[{\"model\":\"gen4.5\",\"amount\":60},"
                + "{\"model\":\"gen4_turbo\",\"amount\":-25}]},{\"date\":\"2026-11-30\",\"usedCredits\":[]}],"
                + "\"models\":[\"gen4.5\"]}"));

    assertThat(asked())
        .isEqualTo(
            new Statement.Told(
                List.of(
                    line("gen4.5", new BigDecimal("0.60")),
                    line("gen4_turbo", new BigDecimal("-0.25")))));
    server.verify(
        1,
        postRequestedFor(urlEqualTo("/v1/organization/usage"))
            .withHeader("Authorization", equalTo("Bearer " + KEY))
            .withHeader("X-Runway-Version", equalTo("2024-11-06"))
            .withRequestBody(
                equalToJson("{\"startDate\":\"2026-11-29\",\"beforeDate\":\"2026-12-01\"}")));
  }

  private static Statement.Line line(String model, BigDecimal usd) {
    return new Statement.Line(LocalDate.parse("2026-11-29"), model, usd);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "<html>",
        "{\"results\":[{\"date\":\"today\",\"usedCredits\":[{\"model\":\"m\",\"amount\":1}]}]}",
        "{\"results\":[{\"date\":\"2026-11-29\",\"usedCredits\":[{\"model\":\"m\",\"amount\":\"1\"}]}]}",
        "{\"results\":[{\"date\":\"2026-11-29\",\"usedCredits\":[{\"model\":\"m\",\"amount\":1e400}]}]}"
      })
  void takesNothingForAStatementThatItCannotRead(String body) {
    usage(json(200, body));

    assertThat(obstacle()).isInstanceOf(Submission.NotNow.class);
  }

  @Test
  void saysWhyThereIsNoStatement() {
    usage(json(401, error("API key is invalid")));
    assertThat(obstacle())
        .isInstanceOfSatisfying(
            Submission.Halt.class,
            halt -> {
              assertThat(halt.cause()).isEqualTo(HaltCause.CREDENTIALS);
              assertThat(halt.reason()).isEqualTo("HTTP 401: API key is invalid");
            });
    usage(json(500, error("Internal")));
    assertThat(obstacle()).isInstanceOf(Submission.NotNow.class);
    usage(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThat(obstacle()).isInstanceOf(Submission.NotNow.class);
    assertThat(((Statement.Untold) asked(provider(server.baseUrl(), "", PATIENCE))).obstacle())
        .isInstanceOf(Submission.Halt.class);
  }

  private void usage(ResponseDefinitionBuilder answer) {
    server.stubFor(post("/v1/organization/usage").willReturn(answer));
  }

  private Submission.NothingCreated obstacle() {
    return ((Statement.Untold) asked()).obstacle();
  }

  private Statement asked() {
    return asked(provider());
  }

  private static Statement asked(Provider provider) {
    return provider
        .charges()
        .orElseThrow()
        .between(LocalDate.parse("2026-11-29"), LocalDate.parse("2026-12-01"));
  }

  @Test
  void refusesTheWebSitesAddress() {
    assertThatThrownBy(() -> provider("https://API.runwayml.com/v1", KEY, PATIENCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://api.dev.runwayml.com");
  }

  @Test
  void asksForAnyTicketAsOnePathSegment() {
    Request request = request(provider());
    provider().poll(new Attempt(AttemptId.random(), request, "../a b?c#d%é"));

    server.verify(getRequestedFor(urlEqualTo("/v1/tasks/..%2Fa%20b%3Fc%23d%25%C3%A9")));
  }

  @Test
  void doesNotPrintAKeyThatNoHeaderCanCarry() {
    Provider provider = provider(server.baseUrl(), "key_broken\nkey", PATIENCE);

    Submission answer = provider.submit(request(provider), AttemptId.random());

    assertThat(answer).isInstanceOf(Submission.Halt.class);
    assertThat(answer.toString()).contains("RUNWAYML_API_SECRET").doesNotContain("key_broken");
  }

  @Test
  void givesTicketsThatAreUuids() {
    assertThat("3d957031-9a2a-45e2-9dc7-bc8513059c50").matches(provider().ticketForm());
    assertThat("https://dev.runwayml.com/3d957031").doesNotMatch(provider().ticketForm());
    assertThat("3d957031").doesNotMatch(provider().ticketForm());
  }

  @Test
  void leavesADoubtToAPerson() {
    assertThat(provider().recovery())
        .isEqualTo(
            new Recovery.ByAPerson(
                "in the request history of Runway's developer portal", "https://dev.runwayml.com"));
  }

  private static Price usd(String amount) {
    return Price.usd(amount);
  }

  private static Recorded<Submission> made(
      String name, int status, String body, Class<? extends Submission> outcome) {
    return new Recorded<>(name, json(status, body), outcome);
  }

  private static Recorded<Progress> seen(
      String name, int status, String body, Class<? extends Progress> outcome) {
    return new Recorded<>(name, json(status, body), outcome);
  }

  private static String error(String message) {
    return "{\"error\":\"%s\"}".formatted(message);
  }

  private static String cost(String name) {
    return ",\"%s\":{\"credits\":25}".formatted(name);
  }

  private static String task(String status, String more) {
    return "{\"id\":\"%s\",\"createdAt\":\"2026-11-20T10:00:00Z\",\"status\":\"%s\"%s}"
        .formatted(TICKET, status, more);
  }
}
