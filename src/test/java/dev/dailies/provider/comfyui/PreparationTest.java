package dev.dailies.provider.comfyui;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.dailies.TrustsAll;
import dev.dailies.provider.AShot;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Request;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import dev.dailies.provider.comfyui.workflow.Template;
import dev.dailies.provider.comfyui.workflow.TemplateReader;
import dev.dailies.provider.http.ApiClient;
import dev.dailies.provider.http.network.Network;
import dev.dailies.provider.http.network.Proxies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All that is free: which server, whether it can, and the files it needs. */
class PreparationTest {

  private static final Path SAMPLE = Path.of("sample-data/comfyui");
  private static final String OF_DAWN =
      "20a918ec35e9e2d06585a7a03deb79fad6d068acc137e4e2dacb39acd37869b0";

  private static final AttemptId ID = new AttemptId("642d561a-c9d0-4a5f-8fbe-91fc62a63eab");

  private final Played one = new Played();
  private final Played two = new Played();

  @BeforeEach
  void bothAreIdle() {
    for (Played server : List.of(one, two)) {
      queue(server, 0);
      server.posts("/upload/image", 200, Recording.of("upload-new"));
    }
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  private static void queue(Played server, int length) {
    server.gets("/prompt", 200, "{\"exec_info\":{\"queue_remaining\":" + length + "}}");
  }

  private static Shot shot(String image) {
    return AShot.imageToVideo().prompt("").image(image).build();
  }

  private ComfyuiProvider provider() {
    return provider(Played.http());
  }

  private ComfyuiProvider provider(ComfyuiHttp http) {
    Template template =
        TemplateReader.read(
            SAMPLE.resolve("slideshow.json"), SAMPLE.resolve("slideshow.mapping.yaml"));
    Servers servers = new Servers(http, List.of(one.address(), two.address()), 2);
    return new ComfyuiProvider(
        template, http, servers, new Inputs(SAMPLE), Duration.ofSeconds(10), null);
  }

  private Preparation prepared() {
    return provider().prepare(shot("dawn.png"));
  }

  private String server() {
    return ((Request) prepared()).baseUrl();
  }

  @Test
  void takesTheServerWithTheShortestQueue() {
    assertThat(server()).isEqualTo(one.address());
    queue(one, 1);
    assertThat(server()).isEqualTo(two.address());
  }

  @Test
  void waitsWhileAllServersAreFull() {
    queue(one, 2);
    queue(two, 7);

    assertThat(prepared())
        .isInstanceOfSatisfying(
            Submission.NotNow.class,
            not -> {
              assertThat(not.unreachable()).isFalse();
              assertThat(not.retryAfter()).isNotNull();
            });
  }

  @Test
  void goesOnWithTheServersThatAreThere() {
    one.close();
    assertThat(server()).isEqualTo(two.address());
    two.close();
    assertThat(prepared())
        .isInstanceOfSatisfying(
            Submission.NotNow.class, not -> assertThat(not.unreachable()).isTrue());
  }

  @Test
  void stopsWhereNoServerIsAComfyui() {
    one.gets("/prompt", 404, "<html>");
    two.gets("/prompt", 404, "<html>");
    assertThat(prepared()).isInstanceOf(Submission.Halt.class);

    two.close();
    assertThat(prepared()).isInstanceOf(Submission.NotNow.class);
  }

  @Test
  void uploadsAFileUnderTheNameOfItsContent() {
    Request request = (Request) prepared();

    assertThat(request.body()).contains("\"image\":\"pic1.png\"");
    one.server()
        .verify(
            postRequestedFor(urlEqualTo("/upload/image"))
                .withRequestBodyPart(
                    aMultipart("image")
                        .withHeader("Content-Disposition", containing(OF_DAWN + ".png"))
                        .build())
                .withRequestBodyPart(aMultipart("subfolder").withBody(equalTo("dailies")).build())
                .withRequestBodyPart(aMultipart("type").withBody(equalTo("input")).build()));
  }

  @Test
  void usesTheNameThatTheServerGives() {
    one.posts("/upload/image", 200, Recording.of("upload-same-name-other-content"));
    assertThat(((Request) prepared()).body()).contains("\"image\":\"pic1 (1).png\"");
    one.posts("/upload/image", 200, Recording.of("upload-same-content-again"));
    assertThat(((Request) prepared()).body()).contains("\"image\":\"pic1.png\"");
  }

  @ParameterizedTest
  @CsvSource({
    "400,Refused",
    "413,Refused",
    "401,Halt",
    "403,Halt",
    "404,Halt",
    "500,NotNow",
    "429,NotNow"
  })
  void anUploadThatFailsIsInNoDoubt(int status, String outcome) {
    one.posts("/upload/image", status, "");

    assertThat(prepared().getClass().getSimpleName()).isEqualTo(outcome);
  }

  @Test
  void refusesBytesThatAreNoImage() {
    assertThat(provider().prepare(shot("data:image/png;base64,AAAA")))
        .isInstanceOf(Submission.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://127.0.0.1:9/a.png", "https://nowhere.invalid/a"})
  void anAddressThatGivesNothingNowIsLeftToAnotherRun(String url) {
    assertThat(provider().prepare(shot(url))).isInstanceOf(Preparation.Postponed.class);
  }

  @Test
  void refusesWhatIsNoAddress() {
    assertThat(provider().prepare(shot("https://"))).isInstanceOf(Submission.Refused.class);
  }

  @Test
  void anInputBehindACertificateOfNobodyIsLeftToAnotherRun() {
    WireMockServer untrusted = new WireMockServer(options().dynamicPort().dynamicHttpsPort());
    untrusted.start();
    try {
      String url = "https://localhost:" + untrusted.httpsPort() + "/a.png";
      assertThat(provider().prepare(shot(url))).isInstanceOf(Preparation.Postponed.class);
    } finally {
      untrusted.stop();
    }
  }

  @Test
  void fetchesAnInputByItsAddressWithoutAnyHeaderOfOurs() throws IOException {
    ApiClient trusting = new ApiClient(new Network(Proxies.ofTheJvm(), TrustsAll.trust()));
    WireMockServer site = new WireMockServer(options().dynamicPort().dynamicHttpsPort());
    site.start();
    try {
      byte[] dawn = Files.readAllBytes(SAMPLE.resolve("dawn.png"));
      site.stubFor(get("/dawn").willReturn(aResponse().withBody(dawn)));
      site.stubFor(get("/moved").willReturn(temporaryRedirect("/dawn")));
      String address = "https://localhost:" + site.httpsPort();
      ComfyuiProvider provider = provider(Played.http(trusting));

      assertThat(provider.prepare(shot(address + "/dawn"))).isInstanceOf(Request.class);
      assertThat(provider.prepare(shot(address + "/moved"))).isInstanceOf(Submission.Refused.class);
      one.server()
          .verify(
              1,
              postRequestedFor(urlEqualTo("/upload/image"))
                  .withRequestBodyPart(aMultipart("image").withBody(binaryEqualTo(dawn)).build()));
      site.verify(getRequestedFor(urlEqualTo("/dawn")).withoutHeader("Authorization"));
    } finally {
      site.stop();
    }
  }

  @Test
  void asksForEachNodeOnceAndThenNoMore() {
    knowsAllNodes();
    ComfyuiProvider provider = provider();

    assertThat(provider.prepare(shot("dawn.png"))).isInstanceOf(Request.class);
    assertThat(provider.prepare(shot("dawn.png"))).isInstanceOf(Request.class);

    one.server().verify(5, getRequestedFor(urlPathMatching("/object_info/.*")));
    one.server().verify(1, getRequestedFor(urlPathEqualTo("/object_info/SaveVideo")));
  }

  @Test
  void stopsWhereANodeIsMissing() {
    knowsAllNodes();
    one.gets("/object_info/CreateVideo", 200, "{}");
    assertThat(server()).isEqualTo(two.address());
    two.gets("/object_info/CreateVideo", 200, "{}");

    assertThat(prepared())
        .isInstanceOfSatisfying(
            Submission.Halt.class,
            halt -> {
              assertThat(halt.cause()).isEqualTo(HaltCause.ACCOUNT);
              assertThat(halt.reason()).contains("CreateVideo #20 (Speed)", one.address());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"required\":{\"codec\":[[\"vp9\",\"av1\"],{}]}}",
        "{\"optional\":{\"codec\":[\"COMBO\",{\"options\":[\"vp9\"]}]}}"
      })
  void aListThatLacksAValueIsAHintAndTheServerJudges(String input) {
    knowsAllNodes();
    lists(one, input);
    assertThat(server()).as("the other one lists it").isEqualTo(two.address());

    lists(two, input);
    ComfyuiProvider provider = provider();
    assertThat(provider.prepare(shot("dawn.png"))).isInstanceOf(Request.class);
    assertThat(provider.remarks())
        .containsExactly(
            one.address()
                + " does not list 'h264', which SaveVideo #31 (Clip) has as codec; it is tried all"
                + " the same",
            two.address()
                + " does not list 'h264', which SaveVideo #31 (Clip) has as codec; it is tried all"
                + " the same");
  }

  private static void lists(Played server, String input) {
    server.gets("/object_info/SaveVideo", 200, "{\"SaveVideo\":{\"input\":" + input + "}}");
  }

  @Test
  void namesAllThatIsMissingAtOnce() {
    knowsAllNodes();
    for (Played server : List.of(one, two)) {
      server.gets("/object_info/CreateVideo", 200, "{}");
      server.gets("/object_info/ImageScale", 200, "{}");
      lists(server, "{\"required\":{\"codec\":[[],{}]}}");
    }

    assertThat(prepared())
        .isInstanceOfSatisfying(
            Submission.Halt.class,
            halt ->
                assertThat(halt.reason())
                    .contains("ImageScale #7 (Frame), CreateVideo #20 (Speed)")
                    .contains("'h264', which SaveVideo #31 (Clip) has as codec")
                    .contains("or a newer ComfyUI"));
  }

  @Test
  void aNodeThatTheServerReplacesByItselfIsNotMissing() {
    knowsAllNodes();
    one.gets("/object_info/CreateVideo", 200, "{}");
    one.gets("/node_replacements", 200, "{\"CreateVideo\":[{\"new_node_id\":\"MakeVideo\"}]}");

    assertThat(server()).isEqualTo(one.address());
  }

  @Test
  void saysOnceWhichServerIsLeftOut() {
    knowsAllNodes();
    one.gets("/object_info/CreateVideo", 200, "{}");
    ComfyuiProvider provider = provider();

    provider.prepare(shot("dawn.png"));
    provider.prepare(shot("dawn.png"));

    assertThat(provider.remarks())
        .singleElement()
        .asString()
        .startsWith("one server is left out: " + one.address() + " cannot run the workflow");
  }

  @Test
  void aServerThatRefusesTheWorkflowLeavesItToTheOther() {
    ComfyuiProvider provider = provider();
    Request first = (Request) provider.prepare(shot("dawn.png"));
    one.posts("/prompt", 400, Recording.of("prompt-400-missing-node-type"));
    two.posts("/prompt", 400, Recording.of("prompt-400-missing-node-type"));

    assertThat(provider.submit(first, ID)).isInstanceOf(Submission.NotNow.class);
    Request second = (Request) provider.prepare(shot("dawn.png"));
    assertThat(second.baseUrl()).isEqualTo(two.address());
    assertThat(provider.submit(second, ID)).isInstanceOf(Submission.Halt.class);
    assertThat(provider.prepare(shot("dawn.png"))).isInstanceOf(Submission.Halt.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"required\":{\"codec\":[[\"auto\",\"h264\"],{}]}}",
        "{\"required\":{\"codec\":[\"COMBO\",{\"options\":[\"h264\"]}]}}",
        "{\"required\":{\"filename_prefix\":[[\"other\"],{}]}}",
        "{\"required\":{\"codec\":[[\"a\"],{\"image_upload\":true}]}}",
        "{\"required\":{\"codec\":[\"STRING\",{}]}}",
        "{}"
      })
  void goesOnWhereNothingIsKnownToBeMissing(String input) {
    knowsAllNodes();
    one.gets("/object_info/SaveVideo", 200, "{\"SaveVideo\":{\"input\":" + input + "}}");

    assertThat(prepared()).isInstanceOf(Request.class);
  }

  @Test
  void asksAgainWhenTheCheckCouldNotBeMade() {
    knowsAllNodes();
    one.gets("/object_info/SaveVideo", 502, "");
    two.gets("/object_info/SaveVideo", 502, "");
    ComfyuiProvider provider = provider();

    assertThat(provider.prepare(shot("dawn.png"))).isInstanceOf(Submission.NotNow.class);
    knowsAllNodes();
    assertThat(provider.prepare(shot("dawn.png"))).isInstanceOf(Request.class);
  }

  private void knowsAllNodes() {
    for (String name :
        List.of("LoadImage", "ImageScale", "RepeatImageBatch", "CreateVideo", "SaveVideo")) {
      one.gets("/object_info/" + name, 200, "{\"" + name + "\":{\"input\":{}}}");
    }
  }
}
