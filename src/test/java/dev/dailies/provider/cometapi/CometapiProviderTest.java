package dev.dailies.provider.cometapi;

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
import dev.dailies.manifest.CheckedRow;
import dev.dailies.provider.AShot;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Provider;
import dev.dailies.provider.ProviderContractTest;
import dev.dailies.provider.Request;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import dev.dailies.provider.spi.ProviderFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CometapiProviderTest extends ProviderContractTest {

  private static final String TICKET = "5b91e444-c232-deaf-a4d7-8aef3e57336b";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Map<String, String> settings = Map.of();

  @Override
  protected Map<String, String> settings() {
    return settings;
  }

  @Override
  protected ProviderFactory factory() {
    return new CometapiFactory();
  }

  @Override
  protected Shot shot() {
    return AShot.imageToVideo().seed(7).build();
  }

  @Override
  protected MappingBuilder submitRoute() {
    return post("/runwayml/v1/image_to_video");
  }

  @Override
  protected MappingBuilder pollRoute() {
    return get("/runwayml/v1/tasks/" + TICKET);
  }

  @Override
  protected String ticket() {
    return TICKET;
  }

  @Override
  protected List<Recorded<Submission>> submissions() {
    return List.of(
        made("an id", 200, "{\"id\":\"" + TICKET + "\"}", Submission.Accepted.class),
        made(
            "a bad field",
            400,
            "{\"error\":\"Validation of body failed\",\"issues\":[{\"message\":\"bad ratio\"}]}",
            Submission.Refused.class),
        made("too large", 413, "", Submission.Refused.class),
        made("a wrong key", 401, error("Invalid token", ""), Submission.Halt.class),
        made("no quota", 403, error("quota", "quota_not_enough"), Submission.Halt.class),
        made("no route", 404, "<html>", Submission.Halt.class),
        made("no channel", 503, error("none", "model_not_found"), Submission.Halt.class),
        made("a limit", 429, "", Submission.NotNow.class),
        made("a panic", 500, error("panic", ""), Submission.Unknown.class));
  }

  @Override
  protected List<Recorded<Progress>> looks() {
    return List.of(
        seen("flat, pending", 200, flat("PENDING", ""), Progress.Waiting.class),
        seen("flat, running", 200, flat("RUNNING", ",\"progress\":0.4"), Progress.Running.class),
        seen("flat, done", 200, flat("SUCCEEDED", ""), Progress.Succeeded.class),
        seen("flat, failed", 200, flat("FAILED", ""), Progress.Failed.class),
        seen("flat, cancelled", 200, flat("CANCELLED", ""), Progress.Cancelled.class),
        seen("wrapped, queued", 200, wrapped("QUEUED"), Progress.Waiting.class),
        seen("wrapped, running", 200, wrapped("IN_PROGRESS"), Progress.Running.class),
        seen("wrapped, done", 200, wrapped("SUCCESS"), Progress.Succeeded.class),
        seen("wrapped, failed", 200, wrapped("FAILURE"), Progress.Failed.class),
        seen(
            "not there",
            400,
            "{\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}",
            Progress.NotVisible.class),
        seen("no money", 402, "{}", Progress.Halt.class));
  }

  @Override
  protected ResponseDefinitionBuilder succeeded(List<String> outputs) {
    String array = outputs.stream().map(o -> '"' + o + '"').collect(Collectors.joining(","));
    return json(200, flat("SUCCEEDED", ",\"output\":[" + array + "]"));
  }

  @Test
  void sendsWhatThePagesAskFor() {
    submitted(submissions().get(0).answer());

    server.verify(
        postRequestedFor(urlEqualTo("/runwayml/v1/image_to_video"))
            .withHeader("Authorization", equalTo("Bearer " + KEY))
            .withHeader("X-Runway-Version", equalTo("2024-11-06"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withRequestBody(equalToJson(request(provider()).body())));
  }

  @Test
  void keepsThePathOfABaseUrlAndDropsItsLastSlash() {
    Provider prefixed = provider(server.baseUrl() + "/gate/way/", KEY, PATIENCE);
    Request request = request(prefixed);
    prefixed.submit(request, AttemptId.random());
    prefixed.poll(new Attempt(AttemptId.random(), request, TICKET));

    assertThat(request.baseUrl()).isEqualTo(server.baseUrl() + "/gate/way");
    server.verify(postRequestedFor(urlEqualTo("/gate/way/runwayml/v1/image_to_video")));
    server.verify(getRequestedFor(urlEqualTo("/gate/way/runwayml/v1/tasks/" + TICKET)));
  }

  @Test
  void asksForAnyTicketAsOnePathSegment() {
    Request request = request(provider());
    provider().poll(new Attempt(AttemptId.random(), request, "../a b?c#d%é"));

    server.verify(getRequestedFor(urlEqualTo("/runwayml/v1/tasks/..%2Fa%20b%3Fc%23d%25%C3%A9")));
  }

  @Test
  void doesNotPrintAKeyThatNoHeaderCanCarry() {
    Provider provider = provider(server.baseUrl(), "sk-broken\nkey", PATIENCE);

    Submission answer = provider.submit(request(provider), AttemptId.random());

    assertThat(answer).isInstanceOf(Submission.Halt.class);
    assertThat(answer.toString()).doesNotContain("sk-broken");
  }

  @Test
  void refusesAnAddressThatHoldsAPassword() {
    assertThatThrownBy(() -> provider("https://me:secret@api.example", KEY, PATIENCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("base-url")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT_TO_VIDEO, /runway/pro/generate, /runway/pro/generate",
    "IMAGE_TO_VIDEO, /runwayml/v1/image_to_video, /runway/pro/generate",
    "VIDEO_TO_VIDEO, /runwayml/v1/video_to_video, /runway/pro/video2video",
    "CHARACTER_PERFORMANCE, /runwayml/v1/character_performance, /runway/pro/act_one",
    "TEXT_TO_IMAGE, /runwayml/v1/text_to_image, /runwayml/v1/text_to_image",
    "VIDEO_UPSCALE, /runwayml/v1/video_upscale, /runwayml/v1/video_upscale"
  })
  void theSettingChoosesWhereBothFormatsHaveTheOperation(
      Operation operation, String official, String compat) {
    Shot shot =
        AShot.of(operation)
            .image("https://a.example/1.jpg")
            .video("https://a.example/1.mp4")
            .build();

    assertThat(routeOf(shot, Map.of())).isEqualTo(official);
    assertThat(routeOf(shot, Map.of("format", "Official"))).isEqualTo(official);
    assertThat(routeOf(shot, Map.of("format", "compat"))).isEqualTo(compat);
  }

  @Test
  void looksInTheFormatThatTheAttemptWasMadeIn() {
    Provider compat = provider(Map.of("format", "compat"));
    Request older = request(compat);
    Request newer = request(provider());

    provider().poll(new Attempt(AttemptId.random(), older, "t1"));
    compat.poll(new Attempt(AttemptId.random(), newer, "t2"));

    server.verify(1, postRequestedFor(urlEqualTo("/runway/feed")));
    server.verify(1, getRequestedFor(urlEqualTo("/runwayml/v1/tasks/t2")));
  }

  @Test
  void callsBackToNobodyUnlessTold() {
    Shot shot = AShot.of(Operation.TEXT_TO_VIDEO).style("cinematic").build();

    assertThat(((Request) provider().prepare(shot)).body())
        .contains("\"callback_url\":\"https://callback.invalid/\"");
  }

  @Test
  void takesEveryRowOfItsSample() {
    List<CheckedRow> rows = SampleRows.of("cometapi.csv", provider());

    assertThat(rows).hasSize(5).allSatisfy(row -> assertThat(row.problems()).isEmpty());
    assertThat(SampleRows.routes(rows, provider()))
        .containsExactly(
            "/runwayml/v1/image_to_video",
            "/runwayml/v1/video_to_video",
            "/runwayml/v1/text_to_image",
            "/runwayml/v1/video_upscale",
            "/runwayml/v1/character_performance");
  }

  private String routeOf(Shot shot, Map<String, String> chosen) {
    return ((Request) provider(chosen).prepare(shot)).route();
  }

  private Provider provider(Map<String, String> chosen) {
    settings = chosen;
    try {
      return provider();
    } finally {
      settings = Map.of();
    }
  }

  private static Recorded<Submission> made(
      String name, int status, String body, Class<? extends Submission> outcome) {
    return new Recorded<>(name, json(status, body), outcome);
  }

  private static Recorded<Progress> seen(
      String name, int status, String body, Class<? extends Progress> outcome) {
    return new Recorded<>(name, json(status, body), outcome);
  }

  private static String error(String message, String code) {
    return "{\"error\":{\"message\":\"%s\",\"type\":\"comet_api_error\",\"code\":\"%s\"}}"
        .formatted(message, code);
  }

  private static String flat(String status, String more) {
    return "{\"id\":\"%s\",\"status\":\"%s\"%s}".formatted(TICKET, status, more);
  }

  private static String wrapped(String status) {
    return "{\"code\":\"success\",\"message\":\"\",\"data\":{\"task_id\":\"%s\",\"status\":\"%s\"}}"
        .formatted(TICKET, status);
  }
}
