package dev.dailies.provider.generator;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.MultipartValuePattern;
import dev.dailies.provider.AShot;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Provider;
import dev.dailies.provider.ProviderContractTest;
import dev.dailies.provider.Recovery;
import dev.dailies.provider.Request;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import dev.dailies.provider.comfyui.Recording;
import dev.dailies.provider.spi.ProviderFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeneratorProviderTest extends ProviderContractTest {

  private static final String TICKET = "3fe673cd-0d85-4121-b802-f36dc2f1cb00";
  private static final String WITH_PROMPT =
      "{\"image\":\"https://example.com/generated-image.jpg\","
          + "\"video\":\"https://example.com/generated-video.mp4\","
          + "\"workflowResponse\":{\"prompt_id\":\"%s\",\"number\":0,\"node_errors\":{}}}";
  private static final String DEMO =
      "{\"image\":\"https://example.com/demo-image.jpg\","
          + "\"video\":\"https://example.com/demo-video.mp4\",\"isDemo\":true}";

  private final Map<String, String> own = new HashMap<>();

  @Override
  protected ProviderFactory factory() {
    return new GeneratorFactory();
  }

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings =
        new HashMap<>(Map.of("server-url", server.baseUrl() + "/comfy/", "comfy-pipeline", "i2v"));
    settings.putAll(own);
    return settings;
  }

  @AfterEach
  void forgetSettings() {
    own.clear();
  }

  @Override
  protected Shot shot() {
    return AShot.imageToVideo().prompt("Кот \"зевает\", $& and \\").build();
  }

  @Override
  protected Set<String> sentColumns() {
    return Set.of("prompt", "image");
  }

  @Override
  protected MappingBuilder submitRoute() {
    return post("/api/generate");
  }

  @Override
  protected MappingBuilder pollRoute() {
    return get("/comfy/api/jobs/" + TICKET);
  }

  @Override
  protected String ticket() {
    return TICKET;
  }

  @Override
  protected boolean canProbe() {
    return false;
  }

  @Override
  protected boolean needsKey() {
    return false;
  }

  @Override
  protected boolean isSentKey() {
    return false;
  }

  @Override
  protected boolean givesAddresses() {
    return false;
  }

  /** A task is looked at where the generator was told to send it. */
  @Override
  protected Request at(String baseUrl) {
    Request request = super.at(baseUrl);
    return new Request(
        baseUrl,
        request.route(),
        request.model(),
        request.body().replace(server.baseUrl() + "/comfy", baseUrl),
        null);
  }

  @Override
  protected List<Recorded<Submission>> submissions() {
    return List.of(
        new Recorded<>("a prompt", withPrompt(), Submission.Accepted.class),
        new Recorded<>("a clip", json(200, clip("")), Submission.Finished.class),
        new Recorded<>("a demonstration", json(200, DEMO), Submission.Refused.class),
        new Recorded<>(
            "an unmarked demonstration, though there is a server",
            json(200, DEMO.replace(",\"isDemo\":true", "")),
            Submission.Unknown.class),
        new Recorded<>(
            "no text", json(400, "{\"error\":\"Текст обязателен\"}"), Submission.Refused.class),
        new Recorded<>(
            "a failure that is called a bad request",
            json(400, "{\"error\":\"Ошибка при вызове ComfyUI API\",\"details\":\"fetch failed\"}"),
            Submission.Unknown.class),
        new Recorded<>("too large", json(413, ""), Submission.Refused.class),
        new Recorded<>("a wrong type", json(415, ""), Submission.Refused.class),
        new Recorded<>("a time-out", json(408, ""), Submission.Unknown.class),
        new Recorded<>(
            "an error in a 200", json(200, "{\"error\":\"x\"}"), Submission.Unknown.class),
        new Recorded<>("no such route", json(404, "<html>"), Submission.Halt.class),
        new Recorded<>("a password", json(401, ""), Submission.Halt.class),
        new Recorded<>(
            "no ComfyUI",
            json(500, "{\"error\":\"Ошибка при вызове ComfyUI API\",\"details\":\"fetch failed\"}"),
            Submission.Unknown.class),
        new Recorded<>(
            "an answer of ComfyUI without a prompt",
            json(200, WITH_PROMPT.replace("prompt_id", "x").formatted(TICKET)),
            Submission.Unknown.class),
        new Recorded<>(
            "a poster alone",
            json(200, "{\"image\":\"https://a.example/1.jpg\"}"),
            Submission.Unknown.class),
        new Recorded<>(
            "no address",
            json(200, "{\"video\":\"file:///etc/passwd\"}"),
            Submission.Unknown.class));
  }

  @Override
  protected List<Recorded<Progress>> looks() {
    return List.of(
        look("job-pending", 200, Progress.Waiting.class),
        look("job-in-progress", 200, Progress.Running.class),
        look("job-completed", 200, Progress.Succeeded.class),
        look("job-cancelled", 200, Progress.Cancelled.class),
        look("job-unknown", 404, Progress.NotVisible.class));
  }

  @Override
  protected ResponseDefinitionBuilder succeeded(List<String> outputs) {
    String files =
        outputs.stream()
            .map("{\"filename\":\"%s\",\"type\":\"output\"}"::formatted)
            .collect(Collectors.joining(","));
    return json(200, "{\"status\":\"completed\",\"outputs\":{\"5\":{\"images\":[" + files + "]}}}");
  }

  @Test
  void sendsTheFormThatThePageDescribes() {
    submitted(withPrompt());

    server.verify(
        postRequestedFor(urlEqualTo("/api/generate"))
            .withHeader("Content-Type", containing("multipart/form-data"))
            .withHeader("Authorization", absent())
            .withRequestBodyPart(part("imageUrl", "https://example.org/cat.jpg"))
            .withRequestBodyPart(part("text", "Кот \"зевает\", $& and \\"))
            .withRequestBodyPart(part("serverUrl", server.baseUrl() + "/comfy"))
            .withRequestBodyPart(part("comfyPipeline", "i2v")));
  }

  private static MultipartValuePattern part(String name, String value) {
    return aMultipart(name).withBody(equalTo(value)).build();
  }

  @Test
  void givesTheClipFirstAndThenItsPoster() {
    assertThat(submitted(json(200, clip(",\"workflowResponse\":{\"prompt_id\":\"x\"}"))))
        .isInstanceOfSatisfying(
            Submission.Finished.class,
            done ->
                assertThat(done.outputs())
                    .containsExactly(
                        "https://s3.example.org/1.mp4", "https://s3.example.org/1.jpg"));
  }

  @Test
  void looksForAResultThatIsNotReadyAtComfyui() {
    assertThat(looked(json(200, Recording.ofJob("job-completed", TICKET))))
        .isInstanceOfSatisfying(
            Progress.Succeeded.class,
            done ->
                assertThat(done.outputs())
                    .containsExactly(
                        server.baseUrl()
                            + "/comfy/view?filename=job-0001_00003_.mp4&subfolder=batch&type=output"));
  }

  @Test
  void saysWhatToSetWhenTheGeneratorOnlyDemonstrates() {
    assertThat(submitted(json(200, DEMO)))
        .isInstanceOfSatisfying(
            Submission.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("demo");
              assertThat(refused.reason()).contains("server-url", "COMFYUI_SERVER_URL");
            });
  }

  /** The generator may know a server by itself. */
  @Test
  void anUnmarkedDemonstrationProvesNothing() {
    own.put("server-url", "");

    assertThat(submitted(json(200, DEMO.replace(",\"isDemo\":true", ""))))
        .isInstanceOf(Submission.Unknown.class);
  }

  @Test
  void takesADemonstrationForAResultIfTheUserSaysSo() {
    own.put("accept-demo", "true");

    assertThat(submitted(json(200, DEMO)))
        .isInstanceOfSatisfying(
            Submission.Finished.class,
            done ->
                assertThat(done.outputs())
                    .containsExactly(
                        "https://example.com/demo-video.mp4",
                        "https://example.com/demo-image.jpg"));
  }

  @Test
  void leavesOpenWhatBecomesOfAPromptWhoseServerIsNotKnown() {
    own.put("server-url", "");

    assertThat(submitted(withPrompt()))
        .isInstanceOfSatisfying(
            Submission.Unknown.class,
            open -> assertThat(open.reason()).contains(TICKET, "server-url"));
    assertThat(request(provider()).body()).doesNotContain("serverUrl");
  }

  @Test
  void showsErrorsWithTheirDetails() {
    String body = "{\"error\":\"Ошибка\",\"details\":\"ECONNREFUSED\"}";

    assertThat(submitted(json(500, body)))
        .isInstanceOfSatisfying(
            Submission.Unknown.class,
            open -> assertThat(open.reason()).isEqualTo("HTTP 500: Ошибка: ECONNREFUSED"));
  }

  @Test
  void uploadsAFileAndSendsItsAddress() throws IOException {
    Files.copy(Path.of("sample-data/comfyui/dawn.png"), folder.resolve("dawn.png"));
    upload(200, "{\"imageUrl\":\"https://s3.example.org/a.png\"}");

    Request fromFile = (Request) provider().prepare(with("dawn.png"));
    Request fromData = (Request) provider().prepare(with(Recording.PIXEL));

    assertThat(fromFile.body()).contains("https://s3.example.org/a.png");
    assertThat(fromData.body()).isEqualTo(fromFile.body());
    server.verify(
        2,
        postRequestedFor(urlEqualTo("/api/upload"))
            .withRequestBodyPart(
                aMultipart("image").withHeader("Content-Type", equalTo("image/png")).build()));
  }

  @Test
  void anUploadThatFailsIsInNoDoubt() {
    upload(500, "{\"error\":\"Ошибка при загрузке изображения\",\"details\":\"S3\"}");
    assertThat(provider().prepare(with(Recording.PIXEL))).isInstanceOf(Submission.NotNow.class);
    upload(400, "{\"error\":\"Изображение обязательно\"}");
    assertThat(provider().prepare(with(Recording.PIXEL))).isInstanceOf(Submission.Refused.class);
    upload(403, "");
    assertThat(provider().prepare(with(Recording.PIXEL)))
        .isInstanceOfSatisfying(
            Submission.Halt.class,
            halt -> assertThat(halt.cause()).isEqualTo(HaltCause.CREDENTIALS));
    upload(200, "{}");
    assertThat(provider().prepare(with(Recording.PIXEL))).isInstanceOf(Submission.NotNow.class);
  }

  @Test
  void takesOnlyTheImagesThatTheGeneratorTakes() {
    assertThat(problems(with("data:image/bmp;base64,Qk0="))).containsExactly("image");
    for (String type : List.of("jpeg", "png", "webp", "gif")) {
      assertThat(problems(with("data:image/" + type + ";base64,AAAA"))).isEmpty();
    }
    server.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void refusesWhatItCannotSend() {
    assertThat(problems(AShot.of(Operation.TEXT_TO_VIDEO).build())).containsExactly("image");
    assertThat(problems(AShot.imageToVideo().prompt(" ").build())).containsExactly("prompt");
    assertThat(
            problems(
                AShot.imageToVideo()
                    .model("m")
                    .ratio("1:1")
                    .seed(1)
                    .options(Map.of("steps", 4L))
                    .duration(5)
                    .build()))
        .containsExactly("model", "ratio", "seed", "options.steps");
  }

  @Test
  void needsAnAddress() {
    assertThatThrownBy(() -> provider("", KEY, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("base-url");
  }

  @Test
  void resultsMayLieAtTheServerThatItHandsOnTo() {
    Request sent =
        new Request(
            "https://generator.example",
            "/api/generate",
            null,
            "{\"serverUrl\":\"http://10.0.0.5:8188\"}",
            null);

    assertThat(provider().homes(sent))
        .containsExactly("https://generator.example", "http://10.0.0.5:8188");
  }

  @Test
  void leavesADoubtToAPerson() {
    assertThat(provider().recovery()).isInstanceOf(Recovery.ByAPerson.class);
  }

  private List<String> problems(Shot shot) {
    Provider provider = provider();
    return provider.review(shot).problems().stream()
        .filter(Problem::isError)
        .map(Problem::column)
        .toList();
  }

  private static Shot with(String image) {
    return AShot.imageToVideo().image(image).build();
  }

  private void upload(int status, String body) {
    server.stubFor(post("/api/upload").willReturn(json(status, body)));
  }

  private static ResponseDefinitionBuilder withPrompt() {
    return json(200, WITH_PROMPT.formatted(TICKET));
  }

  private static String clip(String more) {
    return "{\"image\":\"https://s3.example.org/1.jpg\",\"video\":\"https://s3.example.org/1.mp4\""
        + more
        + "}";
  }

  private static Recorded<Progress> look(
      String recording, int status, Class<? extends Progress> outcome) {
    return new Recorded<>(recording, json(status, Recording.ofJob(recording, TICKET)), outcome);
  }
}
