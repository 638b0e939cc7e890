package dev.dailies.provider.runway;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.dailies.media.DataUri;
import dev.dailies.media.MediaType;
import dev.dailies.provider.AShot;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Provider;
import dev.dailies.provider.Request;
import dev.dailies.provider.Secret;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.ApiClient;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.http.network.Network;
import dev.dailies.provider.spi.ProviderContext;
import dev.dailies.provider.spi.ProviderFactory.NoSettings;
import dev.dailies.provider.spi.SomeSettings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not on the web, over real sockets: one server is Runway, the other a storage. */
class UploadTest {

  private static final ApiClient CLIENT = new ApiClient(Network.ofTheJvm());
  private static final String KEY = "key_0123456789";
  private static final String PNG = "\u0089PNG\r\n\u001a\n";
  private static final String UPLOADED = "runway://3f1c/cat.png?sig=a&b";

  private final WireMockServer runway = new WireMockServer(options().dynamicPort());
  private final WireMockServer storage = new WireMockServer(options().dynamicPort());

  @TempDir Path folder;

  @BeforeEach
  void start() {
    runway.start();
    storage.start();
    runway.stubFor(post("/v1/uploads").willReturn(place(storage.baseUrl() + "/bucket")));
    storage.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
  }

  @AfterEach
  void stop() {
    runway.stop();
    storage.stop();
  }

  @Test
  void bringsAFileToRunwayBeforeTheShotIsSent() throws IOException {
    byte[] content = file("cat.png", PNG, 20_000);

    Preparation prepared = prepare(AShot.imageToVideo().image("cat.png"));

    assertThat(((Request) prepared).body()).contains("\"promptImage\":\"" + UPLOADED + "\"");
    runway.verify(
        postRequestedFor(urlEqualTo("/v1/uploads"))
            .withHeader("Authorization", equalTo("Bearer " + KEY))
            .withHeader("X-Runway-Version", equalTo("2024-11-06"))
            .withRequestBody(equalToJson("{\"filename\":\"image.png\",\"type\":\"ephemeral\"}")));
    storage.verify(
        1,
        postRequestedFor(urlEqualTo("/bucket"))
            .withRequestBodyPart(aMultipart("key").withBody(equalTo("ephemeral/3f1c")).build())
            .withRequestBodyPart(aMultipart("x-amz-signature").withBody(equalTo("s1g")).build())
            .withRequestBodyPart(
                aMultipart("file")
                    .withHeader("Content-Type", equalTo("image/png"))
                    .withBody(binaryEqualTo(content))
                    .build()));
    LoggedRequest stored = storage.findAll(anyRequestedFor(anyUrl())).get(0);
    assertThat(stored.getBodyAsString().indexOf("name=\"file\""))
        .as("the storage ignores every field after the file")
        .isGreaterThan(stored.getBodyAsString().indexOf("name=\"x-amz-signature\""));
  }

  @Test
  void theKeyNeverGoesToTheStorage() throws IOException {
    file("cat.png", PNG, 20_000);

    prepare(AShot.imageToVideo().image("cat.png"));

    LoggedRequest stored = storage.findAll(anyRequestedFor(anyUrl())).get(0);
    assertThat(stored.containsHeader("Authorization")).isFalse();
    assertThat(stored.containsHeader("X-Runway-Version")).isFalse();
    assertThat(stored.toString()).doesNotContain(KEY);
    assertThat(stored.getHeader("Content-Length")).isEqualTo("" + stored.getBody().length);
  }

  @Test
  void uploadsEveryInputOfTheRow() throws IOException {
    file("face.png", PNG, 600);
    file("play.mp4", "\0\0\0\u0018ftypisom", 600);

    Preparation prepared =
        prepare(AShot.of(Operation.CHARACTER_PERFORMANCE).image("face.png").video("play.mp4"));

    assertThat(((Request) prepared).body().split("runway://", -1)).hasSize(3);
    storage.verify(2, postRequestedFor(urlEqualTo("/bucket")));
    runway.verify(
        postRequestedFor(urlEqualTo("/v1/uploads"))
            .withRequestBody(equalToJson("{\"filename\":\"video.mp4\",\"type\":\"ephemeral\"}")));
  }

  @Test
  void sendsSmallInlineDataAsItIs() {
    String small = inline(3_000_000);

    Preparation prepared = prepare(AShot.imageToVideo().image(small));

    assertThat(((Request) prepared).body()).contains(small);
    runway.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void uploadsInlineDataThatIsTooLongForARequest() {
    Preparation prepared = prepare(AShot.imageToVideo().image(inline(4_000_000)));

    assertThat(((Request) prepared).body()).contains(UPLOADED).doesNotContain("base64");
    byte[] stored = storage.findAll(anyRequestedFor(anyUrl())).get(0).getBody();
    assertThat(stored.length).isBetween(4_000_000, 4_010_000);
  }

  @ParameterizedTest
  @CsvSource({
    "400, Refused",
    "413, Refused",
    "301, NotNow",
    "307, NotNow",
    "403, NotNow",
    "500, NotNow",
    "503, NotNow"
  })
  void aFailedStorageIsNotSentToAgain(int status, String outcome) throws IOException {
    file("cat.png", PNG, 20_000);
    storage.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse().withStatus(status).withHeader("Location", storage.url("/elsewhere"))));

    assertThat(prepare(AShot.imageToVideo().image("cat.png")).getClass().getSimpleName())
        .isEqualTo(outcome);
    storage.verify(1, anyRequestedFor(anyUrl()));
    runway.verify(1, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @EnumSource
  void aStorageThatBreaksOffLeavesNothingInDoubt(Fault fault) throws IOException {
    file("cat.png", PNG, 20_000);
    storage.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));

    assertThat(prepare(AShot.imageToVideo().image("cat.png")))
        .isInstanceOf(Submission.NotNow.class);
    storage.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void asksForAnotherPlaceNextTime() throws IOException {
    file("cat.png", PNG, 20_000);
    storage.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
    prepare(AShot.imageToVideo().image("cat.png"));
    storage.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));

    assertThat(prepare(AShot.imageToVideo().image("cat.png"))).isInstanceOf(Request.class);
    runway.verify(2, postRequestedFor(urlEqualTo("/v1/uploads")));
  }

  @ParameterizedTest
  @CsvSource({
    "400, Refused",
    "401, Halt",
    "403, Halt",
    "404, Halt",
    "429, NotNow",
    "500, NotNow",
    "502, NotNow",
    "504, NotNow"
  })
  void classifiesWhatRunwaySaysToAnUpload(int status, String outcome) throws IOException {
    file("cat.png", PNG, 20_000);
    runway.stubFor(
        post("/v1/uploads")
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Retry-After", "7")
                    .withBody("{\"error\":\"no\"}")));

    assertThat(prepare(AShot.imageToVideo().image("cat.png")).getClass().getSimpleName())
        .isEqualTo(outcome);
    runway.verify(1, anyRequestedFor(anyUrl()));
    storage.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void stopsWhereTheAccountHasNothingToPayUploadsWith() throws IOException {
    file("cat.png", PNG, 20_000);
    runway.stubFor(
        post("/v1/uploads")
            .willReturn(
                aResponse().withStatus(400).withBody("{\"error\":\"Not enough credits.\"}")));

    assertThat(prepare(AShot.imageToVideo().image("cat.png")))
        .isInstanceOfSatisfying(
            Submission.Halt.class, halt -> assertThat(halt.cause()).isEqualTo(HaltCause.ACCOUNT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"uploadUrl\":\"ftp://a.example/\",\"fields\":{},\"runwayUri\":\"runway://a\"}",
        "{\"uploadUrl\":\"no url\",\"fields\":{},\"runwayUri\":\"runway://a\"}",
        "{\"uploadUrl\":\"https:///x\",\"fields\":{},\"runwayUri\":\"runway://a\"}",
        "{\"uploadUrl\":\"https://a.example/\",\"fields\":{},\"runwayUri\":\"https://a\"}"
      })
  void sendsNoFileToAPlaceThatIsNone(String answer) throws IOException {
    file("cat.png", PNG, 20_000);
    runway.stubFor(post("/v1/uploads").willReturn(okJson(answer)));

    assertThat(prepare(AShot.imageToVideo().image("cat.png")))
        .isInstanceOf(Submission.NotNow.class);
  }

  @Test
  void uploadsNothingWithoutAKey() throws IOException {
    file("cat.png", PNG, 20_000);

    assertThat(provider("").prepare(AShot.imageToVideo().image("cat.png").build()))
        .isInstanceOf(Submission.Halt.class);
    runway.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void refusesAFileThatIsGoneSinceThePlan() {
    assertThat(prepare(AShot.imageToVideo().image("gone.png")))
        .isInstanceOfSatisfying(
            Submission.Refused.class, no -> assertThat(no.reason()).startsWith("image: "));
    runway.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void reviewsFilesWithoutTheNetwork() throws IOException {
    file("cat.png", PNG, 512);
    file("small.png", PNG, 511);
    file("cat.gif", "GIF89a", 600);
    file("play.mp4", "\0\0\0\u0018ftypisom", 600);
    large("long.mp4", "\0\0\0\u0018ftypisom", 200_000_001);

    assertThat(problems("cat.png", "play.mp4")).isEmpty();
    assertThat(problems("small.png", "play.mp4")).containsExactly("image");
    assertThat(problems("cat.gif", "play.mp4")).containsExactly("image");
    assertThat(problems("play.mp4", "cat.png")).containsExactly("image", "video");
    assertThat(problems("cat.png", "long.mp4")).containsExactly("video");
    assertThat(problems("gone.png", "https://a.example/a.mp4")).containsExactly("image");
    assertThat(problems("data:image/gif;base64,R0lGODlh", "data:video/mp4;base64,AAAA"))
        .containsExactly("image");
    assertThat(problems("data:image/jpg;base64,R0lGODlh", "runway://a")).isEmpty();
    runway.verify(0, anyRequestedFor(anyUrl()));
  }

  private List<String> problems(String image, String video) {
    AShot shot = AShot.of(Operation.CHARACTER_PERFORMANCE).prompt("").image(image).video(video);
    return provider(KEY).review(shot.build()).problems().stream().map(Problem::column).toList();
  }

  private Preparation prepare(AShot shot) {
    return provider(KEY).prepare(shot.build());
  }

  private Provider provider(String key) {
    ProviderHttp http = new ProviderHttp(CLIENT, Duration.ofSeconds(20), Secret.of(key));
    return new RunwayFactory()
        .create(
            new ProviderContext(
                "runway",
                SomeSettings.with(Map.of("base-url", runway.baseUrl())),
                Secret.of(key),
                new NoSettings(),
                null,
                (setting, value) -> folder.resolve(value),
                new Inputs(folder),
                http));
  }

  private static ResponseDefinitionBuilder place(String url) {
    return okJson(
        """
        {"uploadUrl":"%s","runwayUri":"%s",
         "fields":{"key":"ephemeral/3f1c","x-amz-signature":"s1g"}}
        """
            .formatted(url, UPLOADED));
  }

  private static String inline(int bytes) {
    return DataUri.of(MediaType.PNG, new byte[bytes]).text();
  }

  private byte[] file(String name, String head, int bytes) throws IOException {
    byte[] content = Arrays.copyOf(head.getBytes(StandardCharsets.ISO_8859_1), bytes);
    Files.write(folder.resolve(name), content);
    return content;
  }

  /** A file with a hole, which takes no room. */
  private void large(String name, String head, long bytes) throws IOException {
    file(name, head, 600);
    try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.setLength(bytes);
    }
  }
}
