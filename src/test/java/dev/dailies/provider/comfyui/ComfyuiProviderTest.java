package dev.dailies.provider.comfyui;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.dailies.provider.AShot;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Provider;
import dev.dailies.provider.ProviderContractTest;
import dev.dailies.provider.Request;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import dev.dailies.provider.spi.ProviderFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComfyuiProviderTest extends ProviderContractTest {

  private static final String TICKET = "3fe673cd-0d85-4121-b802-f36dc2f1cb00";
  private static final String JOB = "/api/jobs/" + TICKET;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final AttemptId ID = new AttemptId("642d561a-c9d0-4a5f-8fbe-91fc62a63eab");

  @Override
  protected ProviderFactory factory() {
    return new ComfyuiFactory();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of(
        "workflow",
        Path.of("sample-data/comfyui/slideshow.json").toAbsolutePath().toString(),
        "headers.X-Proxy-Pass",
        "let-me-in");
  }

  @Override
  protected Shot shot() {
    return AShot.imageToVideo()
        .prompt("")
        .image(Recording.PIXEL)
        .duration(4)
        .ratio("16:9")
        .options(Map.of("fps", 24L))
        .build();
  }

  @Override
  protected void stubPreparation() {
    answer("/prompt", 200, Recording.of("prompt-get"));
    server.stubFor(get(urlPathMatching("/object_info/.*")).willReturn(json(404, "")));
    server.stubFor(
        post("/upload/image")
            .willReturn(json(200, "{\"name\":\"a.png\",\"subfolder\":\"dailies\"}")));
  }

  @Override
  protected String otherImage() {
    byte[] other = Base64.getDecoder().decode(Recording.PIXEL.replaceAll(".*,", ""));
    server.stubFor(
        post("/upload/image")
            .willReturn(json(200, "{\"name\":\"b.png\",\"subfolder\":\"dailies\"}")));
    return "data:image/png;base64,"
        + Base64.getEncoder().encodeToString(Arrays.copyOf(other, other.length + 1));
  }

  @Override
  protected Set<String> sentColumns() {
    return Set.of("image", "duration", "ratio", "options");
  }

  @Override
  protected MappingBuilder submitRoute() {
    return post("/prompt");
  }

  @Override
  protected MappingBuilder pollRoute() {
    return get(JOB);
  }

  @Override
  protected String ticket() {
    return TICKET;
  }

  @Override
  protected boolean needsKey() {
    return false;
  }

  @Override
  protected boolean givesAddresses() {
    return false;
  }

  @Override
  protected List<Recorded<Submission>> submissions() {
    return List.of(
        made("prompt-accepted", 200, Submission.Accepted.class),
        new Recorded<>(
            "a proxy's failure", json(400, "Internal Server Error"), Submission.Unknown.class),
        made("prompt-400-bad-prompt-id", 400, Submission.Halt.class),
        new Recorded<>("the row's image", json(400, imageNotOnServer()), Submission.Refused.class),
        made("prompt-400-image-not-on-server", 400, Submission.Halt.class),
        made("prompt-400-missing-node-type", 400, Submission.Halt.class),
        made("prompt-400-no-outputs", 400, Submission.Halt.class),
        new Recorded<>("too large", json(413, "Maximum…"), Submission.Halt.class),
        new Recorded<>("no password", json(401, "{}"), Submission.Halt.class),
        new Recorded<>("another origin", json(403, ""), Submission.Halt.class),
        new Recorded<>("no such route", json(404, ""), Submission.Halt.class),
        new Recorded<>("got itself in trouble", json(500, "500 Inter"), Submission.Unknown.class));
  }

  /** As recorded, but at the node that the row fills. */
  private static String imageNotOnServer() {
    return Recording.of("prompt-400-image-not-on-server").replace("\"1\": {", "\"3\": {");
  }

  @Override
  protected List<Recorded<Progress>> looks() {
    return List.of(
        seen("job-pending", 200, Progress.Waiting.class),
        seen("job-in-progress", 200, Progress.Running.class),
        seen("job-completed", 200, Progress.Succeeded.class),
        seen("job-cancelled", 200, Progress.Cancelled.class),
        seen("job-unknown", 404, Progress.NotVisible.class),
        new Recorded<>(
            "failed",
            json(200, "{\"status\":\"failed\",\"execution_error\":{}}"),
            Progress.Failed.class),
        new Recorded<>("a new word", json(200, "{\"status\":\"dozing\"}"), Progress.Waiting.class),
        new Recorded<>("no password", json(401, "{}"), Progress.Halt.class));
  }

  @Override
  protected ResponseDefinitionBuilder succeeded(List<String> outputs) {
    String files =
        outputs.stream()
            .map("{\"filename\":\"%s\",\"subfolder\":\"\",\"type\":\"output\"}"::formatted)
            .collect(Collectors.joining(","));
    return json(200, "{\"status\":\"completed\",\"outputs\":{\"31\":{\"gifs\":[" + files + "]}}}");
  }

  @Test
  void postsTheGraphUnderTheIdOfTheAttempt() {
    answer(post("/prompt"), 200, Recording.of("prompt-accepted"));
    provider().submit(request(provider()), ID);

    LoggedRequest sent = server.findAll(postRequestedFor(urlEqualTo("/prompt"))).get(0);
    assertThat(sent.getBodyAsString())
        .satisfies(matching("$.prompt_id", ID.value()))
        .satisfies(matching("$.prompt['3'].inputs.image", "dailies/a.png"))
        .satisfies(matching("$.prompt['7'].inputs.width", "480"))
        .satisfies(matching("$.prompt['7'].inputs.height", "272"))
        .satisfies(matching("$.prompt['11'].inputs.amount", "48"))
        .satisfies(matching("$.prompt['20'].inputs.fps", "24"))
        .satisfies(matching("$.prompt['31'].inputs.filename_prefix", "dailies/cat-1-" + ID.value()))
        .doesNotContain("\"number\"");
    assertThat(sent.getHeader("X-Proxy-Pass")).isEqualTo("let-me-in");
    assertThat(sent.getHeader("Authorization")).isEqualTo("Bearer " + KEY);
  }

  private static org.assertj.core.api.ThrowingConsumer<String> matching(String path, String value) {
    return body ->
        assertThat(matchingJsonPath(path, equalTo(value)).match(body).isExactMatch())
            .as("%s is %s in %s", path, value, body)
            .isTrue();
  }

  @Test
  void keepsNoHeaderAndNoKeyInTheRequest() {
    assertThat(request(provider()).toString()).doesNotContain("let-me-in").doesNotContain(KEY);
    assertThat(provider().fetchHeaders(request(provider())))
        .containsEntry("X-Proxy-Pass", "let-me-in")
        .containsEntry("Authorization", "Bearer " + KEY);
  }

  @Test
  void sendsNoHeaderAndNoKeyToAServerThatTheSettingsNoLongerName() {
    Request old = new Request("http://10.0.0.5:8188", "/prompt", null, "{}", null);

    assertThat(provider().fetchHeaders(old)).isEmpty();
  }

  @Test
  void repeatsNoHeaderThatAnAnswerEchoes() {
    assertThat(submitted(json(400, "{\"error\":{\"message\":\"let-me-in\"}}")).toString())
        .doesNotContain("let-me-in");
  }

  @Test
  void takesAPromptThatIsPartlyInvalidOutOfTheQueueAgain() {
    answer(post("/queue"), 200, "");

    assertThat(submitted(json(200, Recording.of("prompt-200-partly-invalid"))))
        .isInstanceOfSatisfying(
            Submission.Halt.class,
            halt -> {
              assertThat(halt.cause()).isEqualTo(HaltCause.ACCOUNT);
              assertThat(halt.reason())
                  .isEqualTo(
                      "the server cannot run the workflow as it is, seen with the row cat:"
                          + " LoadImage #8: Custom validation failed for node: image - Invalid"
                          + " image file: absent.png");
            });
    server.verify(
        1,
        postRequestedFor(urlEqualTo("/queue"))
            .withRequestBody(
                equalToJson("{\"delete\":[\"3c05f7ed-d22a-46c3-8001-f631c591ce4c\"]}")));
    server.verify(1, postRequestedFor(urlEqualTo("/prompt")));
  }

  @Test
  void aPromptThatIsPartlyInvalidAndStaysInTheQueueIsInDoubt() {
    answer(post("/queue"), 500, "");

    assertThat(submitted(json(200, Recording.of("prompt-200-partly-invalid"))))
        .isInstanceOf(Submission.Unknown.class);
  }

  @Test
  void saysWhatAServerHasAgainstWhichNode() {
    assertThat(submitted(json(400, imageNotOnServer())))
        .isInstanceOfSatisfying(
            Submission.Refused.class,
            refused ->
                assertThat(refused.reason()).startsWith("LoadImage #3 (Still): Custom valid"));
    assertThat(submitted(json(400, Recording.of("prompt-400-missing-node-type"))))
        .isInstanceOfSatisfying(
            Submission.Halt.class,
            halt -> assertThat(halt.reason()).contains("Node 'SIZE' not found").contains("#2"));
  }

  @Test
  void makesAddressesOfTheFiles() {
    assertThat(lookedWith(Recording.ofJob("job-completed", TICKET), "5"))
        .containsExactly(
            server.baseUrl() + "/view?filename=job-0001_00003_.mp4&subfolder=batch&type=output");
    assertThat(looked(succeeded(List.of("a b (1)é&.mp4", "still.png", "a b (1)é&.mp4"))))
        .isInstanceOfSatisfying(
            Progress.Succeeded.class,
            done ->
                assertThat(done.outputs())
                    .containsExactly(view("a%20b%20%281%29%C3%A9%26.mp4"), view("still.png")));
  }

  private String view(String filename) {
    return server.baseUrl() + "/view?filename=" + filename + "&subfolder=&type=output";
  }

  /** Node 5 has made a clip, and the mapping wants another node. */
  @Test
  void saysWhatThereIsInsteadOfAResult() {
    Progress.Succeeded seen = seenWith(Recording.ofJob("job-completed", TICKET), "31");

    assertThat(seen.outputs()).isEmpty();
    assertThat(seen.told())
        .isEqualTo(
            "node #31 made no file; name one of these as output.node: SaveVideo #5 (OUTPUT)");
  }

  @Test
  void saysThatAPreviewIsNoResult() {
    String preview =
        """
        {"status": "completed",
         "workflow": {"prompt": {"31": {"class_type": "PreviewImage",
                                       "_meta": {"title": "Preview Image"}}}},
         "outputs": {"31": {"images": [{"filename": "a.png", "subfolder": "", "type": "temp"}]}}}
        """;

    assertThat(seenWith(preview, "31").told())
        .isEqualTo("PreviewImage #31 (Preview Image) made 1 file, a preview (temp)");
  }

  /** The mapping of then named a node that makes nothing; today's names the one that does. */
  @Test
  void aMendedMappingFindsTheResultOfAnEarlierPrompt() {
    String made =
        """
        {"status": "completed",
         "outputs": {"31": {"images": [{"filename": "a.png", "subfolder": "", "type": "output"}]}}}
        """;

    assertThat(lookedWith(made, "4")).containsExactly(view("a.png"));
  }

  /** Looks at the task by an attempt whose wanted output is this node. */
  private List<String> lookedWith(String job, String node) {
    return seenWith(job, node).outputs();
  }

  private Progress.Succeeded seenWith(String job, String node) {
    answer(JOB, 200, job);
    Request request = request(provider());
    String body = request.body().replace("\"outputs\":[\"31\"]", "\"outputs\":[\"" + node + "\"]");
    return (Progress.Succeeded)
        provider()
            .poll(
                new Attempt(
                    ID, new Request(request.baseUrl(), "/prompt", null, body, null), TICKET));
  }

  @Test
  void aFailureNamesItsNodeAndMayBeTriedAgainOnlyForWantOfMemory() {
    String error =
        "{\"status\":\"failed\",\"execution_status\":{\"messages\":[[\"execution_error\",{"
            + "\"node_id\":\"30\",\"node_type\":\"KSampler\",\"exception_type\":\"%s\","
            + "\"exception_message\":\"too\\nmuch\\n\",\"traceback\":[\"secret\"]}]]}}";

    assertThat(looked(json(200, error.formatted("torch.OutOfMemoryError"))))
        .isInstanceOfSatisfying(
            Progress.Failed.class,
            failed -> {
              assertThat(failed.retryable()).isTrue();
              assertThat(failed.code()).isEqualTo("torch.OutOfMemoryError");
              assertThat(failed.reason()).isEqualTo("KSampler #30: too much");
            });
    assertThat(looked(json(200, error.formatted("ValueError"))))
        .isInstanceOfSatisfying(
            Progress.Failed.class, failed -> assertThat(failed.retryable()).isFalse());
  }

  @Test
  void keepsThePathOfABaseUrl() {
    answer(get("/comfy/prompt"), 200, Recording.of("prompt-get"));
    server.stubFor(get(urlPathMatching("/comfy/object_info/.*")).willReturn(json(404, "")));
    answer(post("/comfy/upload/image"), 200, Recording.of("upload-new"));
    Provider prefixed = provider(server.baseUrl() + "/comfy/", KEY, PATIENCE);
    Request request = (Request) prefixed.prepare(shot());
    prefixed.submit(request, ID);
    prefixed.poll(new Attempt(ID, request, TICKET));

    server.verify(postRequestedFor(urlEqualTo("/comfy/prompt")));
    server.verify(getRequestedFor(urlEqualTo("/comfy" + JOB)));
  }

  @Test
  void sendsNoSecretUnencryptedOverANetwork() {
    assertThatThrownBy(() -> provider("http://studio.example:8188", KEY, PATIENCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://")
        .hasMessageNotContaining(KEY);
  }

  @Test
  void refusesAKeyThatNoHeaderCanCarryWithoutPrintingIt() {
    assertThatThrownBy(() -> provider(server.baseUrl(), "sk-broken\nkey", PATIENCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("sk-broken");
  }

  @Test
  void stopsWhereNobodyIsLetIn() {
    answer("/prompt", 401, "");

    assertThat(provider().prepare(shot()))
        .isInstanceOfSatisfying(
            Submission.Halt.class,
            halt -> assertThat(halt.cause()).isEqualTo(HaltCause.CREDENTIALS));
  }

  private void answer(String path, int status, String body) {
    answer(get(path), status, body);
  }

  private void answer(MappingBuilder route, int status, String body) {
    server.stubFor(route.willReturn(json(status, body)));
  }

  private static Recorded<Submission> made(
      String recording, int status, Class<? extends Submission> outcome) {
    return new Recorded<>(recording, json(status, Recording.of(recording)), outcome);
  }

  private static Recorded<Progress> seen(
      String recording, int status, Class<? extends Progress> outcome) {
    return new Recorded<>(recording, json(status, Recording.ofJob(recording, TICKET)), outcome);
  }
}
