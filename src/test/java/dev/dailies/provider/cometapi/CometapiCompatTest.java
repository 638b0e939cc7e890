package dev.dailies.provider.cometapi;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.dailies.manifest.CheckedRow;
import dev.dailies.provider.AShot;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Progress;
import dev.dailies.provider.ProviderContractTest;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import dev.dailies.provider.spi.ProviderFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CometapiCompatTest extends ProviderContractTest {

  private static final String TICKET = "196642a0-05e1-441a-981e-eb0c1f5d983b";

  @Override
  protected ProviderFactory factory() {
    return new CometapiFactory();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("format", "compat", "callback-url", "https://example.com/webhook");
  }

  @Override
  protected Shot shot() {
    return AShot.of(Operation.TEXT_TO_VIDEO).style("cinematic").duration(10).build();
  }

  @Override
  protected Set<String> sentColumns() {
    return Set.of("prompt", "duration", "ratio", "options");
  }

  @Override
  protected MappingBuilder submitRoute() {
    return post("/runway/pro/generate");
  }

  @Override
  protected MappingBuilder pollRoute() {
    return post("/runway/feed").withRequestBody(equalToJson(asked(TICKET)));
  }

  @Override
  protected String ticket() {
    return TICKET;
  }

  @Override
  protected List<Recorded<Submission>> submissions() {
    return List.of(
        made("an id", 200, made("\"message\":\"\",\"msg\":\"success\""), Submission.Accepted.class),
        made("words in Chinese", 200, made("\"msg\":\"成功\""), Submission.Accepted.class),
        made("a refusal inside", 200, refused(400), Submission.Refused.class),
        made("a wrong key inside", 200, refused(401), Submission.Halt.class),
        made("a limit inside", 200, refused(429), Submission.NotNow.class),
        made("a gateway's failure inside", 200, refused(504), Submission.Unknown.class),
        made(
            "no callback",
            400,
            "{\"code\":\"callback_url_empty\",\"message\":\"callback_url_empty\",\"data\":null}",
            Submission.Refused.class),
        made(
            "no quota",
            403,
            "{\"code\":\"quota_not_enough\",\"message\":\"x\",\"data\":null}",
            Submission.Halt.class),
        made("no route", 404, "<html>", Submission.Halt.class));
  }

  @Override
  protected List<Recorded<Progress>> looks() {
    return List.of(
        seen("flat, queued", flat("QUEUED", ""), Progress.Waiting.class),
        seen("flat, running", flat("IN_PROGRESS", ",\"progress\":\"37%\""), Progress.Running.class),
        seen("flat, done", flat("SUCCESS", ""), Progress.Succeeded.class),
        seen("flat, failed", flat("FAILURE", ""), Progress.Failed.class),
        seen("flat, cancelled", flat("CANCELLED", ""), Progress.Cancelled.class),
        seen("wrapped, queued", wrapped("\"status\":\"QUEUED\""), Progress.Waiting.class),
        seen("wrapped, done", wrapped("\"status\":\"SUCCESS\""), Progress.Succeeded.class),
        seen("digits, waiting", digits("", "1"), Progress.Waiting.class),
        seen("digits, done", digits("succeeded", "3"), Progress.Succeeded.class),
        seen("digits, failed", digits("failed", "2"), Progress.Failed.class),
        seen("an echo", asked(TICKET), Progress.Waiting.class),
        seen("not there", refused("task_not_exist"), Progress.NotVisible.class));
  }

  @Override
  protected ResponseDefinitionBuilder succeeded(List<String> outputs) {
    String array = outputs.stream().map(o -> '"' + o + '"').collect(Collectors.joining(","));
    return json(200, flat("SUCCESS", ",\"data\":{\"output\":[" + array + "]}"));
  }

  @Test
  void sendsWhatThePagesAskFor() {
    submitted(submissions().get(0).answer());

    server.verify(
        postRequestedFor(urlEqualTo("/runway/pro/generate"))
            .withHeader("Authorization", equalTo("Bearer " + KEY))
            .withHeader("X-Runway-Version", equalTo("2024-11-06"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withRequestBody(equalToJson(request(provider()).body())));
  }

  @Test
  void asksTheFeedForAnyTicket() {
    provider().poll(new Attempt(AttemptId.random(), request(provider()), "a \"b\"/../c"));

    server.verify(
        postRequestedFor(urlEqualTo("/runway/feed"))
            .withHeader("Authorization", equalTo("Bearer " + KEY))
            .withRequestBody(equalToJson(asked("a \\\"b\\\"/../c"))));
  }

  @Test
  void takesEveryRowOfItsSample() {
    List<CheckedRow> rows = SampleRows.of("cometapi-compat.csv", provider());

    assertThat(rows).hasSize(5).allSatisfy(row -> assertThat(row.problems()).isEmpty());
    assertThat(SampleRows.routes(rows, provider()))
        .containsExactly("/runway/pro/generate", "/runway/pro/video2video", "/runway/pro/act_one");
  }

  private static String asked(String ticket) {
    return "{\"task_id\":\"" + ticket + "\"}";
  }

  private static String made(String words) {
    return "{\"code\":200,%s,\"data\":{\"task_id\":\"%s\"}}".formatted(words, TICKET);
  }

  private static String refused(int code) {
    return "{\"code\":%d,\"msg\":\"no\",\"data\":null}".formatted(code);
  }

  private static String refused(String code) {
    return "{\"code\":\"%s\",\"message\":\"%s\",\"data\":null}".formatted(code, code);
  }

  private static String flat(String status, String more) {
    return "{\"task_id\":\"%s\",\"status\":\"%s\"%s}".formatted(TICKET, status, more);
  }

  private static String wrapped(String fields) {
    return "{\"code\":\"success\",\"message\":\"\",\"data\":{\"task_id\":\"%s\",%s}}"
        .formatted(TICKET, fields);
  }

  private static String digits(String state, String status) {
    return "{\"code\":200,\"msg\":\"成功\",\"data\":{\"task_id\":\"%s\",\"state\":\"%s\",\"status\":\"%s\"}}"
        .formatted(TICKET, state, status);
  }

  private static Recorded<Submission> made(
      String name, int status, String body, Class<? extends Submission> outcome) {
    return new Recorded<>(name, json(status, body), outcome);
  }

  private static Recorded<Progress> seen(
      String name, String body, Class<? extends Progress> outcome) {
    return new Recorded<>(name, json(200, body), outcome);
  }
}
