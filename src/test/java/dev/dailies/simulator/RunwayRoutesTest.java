package dev.dailies.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RunwayRoutesTest {

  private static final String IMAGE =
      """
      {"model":"gen4.5","promptText":"%s","promptImage":"https://example.org/a.jpg",
       "ratio":"960:960","duration":5}""";

  private final HandClock clock = new HandClock(Instant.parse("2026-11-20T10:00:00.123Z"));
  private final Simulator simulator =
      Simulator.start(Settings.of("generation-time=60s", "jitter=0"), 0, clock, new Random(3));
  private final Caller caller = new Caller(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void acceptsWithAnEstimate() throws Exception {
    assertThat(caller.post("/v1/image_to_video", IMAGE.formatted("a cat")).body())
        .matches("\\{\"id\":\"[0-9a-f-]{36}\",\"estimatedCost\":\\{\"credits\":60}}");
  }

  @Test
  void tellsATaskInItsShapes() throws Exception {
    String good = create("a cat");
    String bad = create("a cat [unsafe]");
    String cancelled = create("a cat [cancel]");
    assertThat(task(good)).hasToString(open(good, "THROTTLED", ""));
    clock.advance(Duration.ofSeconds(5));
    assertThat(task(good)).hasToString(open(good, "PENDING", ""));
    clock.advance(Duration.ofSeconds(30));
    assertThat(task(good)).hasToString(open(good, "RUNNING", "\"progress\":0.5,"));
    clock.advance(Duration.ofSeconds(25));
    JsonNode done = task(good);
    assertThat(done.path("status").asString()).isEqualTo("SUCCEEDED");
    assertThat(done.path("cost")).hasToString("{\"credits\":60}");
    PlayedFile.assertPlays(
        Caller.download(URI.create(done.path("output").path(0).asString())).body(), 320, 320);
    assertThat(task(bad).path("failureCode").asString()).isEqualTo("SAFETY.INPUT.TEXT");
    assertThat(task(bad).path("cost")).hasToString("{\"credits\":60}");
    assertThat(task(cancelled))
        .hasToString(
            "{\"id\":\"%s\",\"status\":\"CANCELLED\",\"createdAt\":\"2026-11-20T10:00:00.123Z\",\"cost\":{\"credits\":0}}"
                .formatted(cancelled));
  }

  @Test
  void doesNotKnowOtherTasks() throws Exception {
    HttpResponse<String> answer =
        Caller.text(caller.to("/v1/tasks/3d957031-9a2a-45e2-9dc7-bc8513059c50").build());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).startsWith("{\"error\":");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text_to_video | {'model':'gen4.5','promptText':'a','ratio':'1280:720','duration':2}",
        "video_to_video | {'model':'aleph2','videoUri':'https://a.b/c.mp4','seed':4294967295}",
        "text_to_image | {'model':'gen4_image','promptText':'a','ratio':'1080:1440'}",
        "character_performance | {'model':'act_two','character':{'type':'image',"
            + "'uri':'https://a.b/c.jpg'},'reference':{'type':'video','uri':'https://a.b/c.mp4'}}",
        "video_upscale | {'model':'magnific_video_upscaler_creative',"
            + "'videoUri':'https://a.b/c.mp4'}",
        "image_to_video | {'model':'veo3.1','promptImage':[{'uri':'https://a.b/c.jpg',"
            + "'position':'first'}],'ratio':'1280:720','duration':8}",
      })
  void takesEveryOperation(String operation, String body) throws Exception {
    String route = "/v1/" + operation;
    assertThat(caller.post(route, body.replace('\'', '"')).statusCode()).isEqualTo(200);
    JsonNode entry = caller.record("journal").path("tasks").path(0);
    assertThat(entry.path("route").asString()).isEqualTo(route);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "model | image_to_video | {'model':'gen3a_turbo','promptImage':'https://a.b/c.jpg'}",
        "promptText | text_to_video | {'model':'gen4.5','ratio':'1280:720','duration':2}",
        "duration | text_to_video | {'model':'gen4.5','promptText':'a','ratio':'1280:720',"
            + "'duration':11}",
        "duration | text_to_video | {'model':'gen4.5','promptText':'a','ratio':'1280:720',"
            + "'duration':'5'}",
        "ratio | text_to_video | {'model':'gen4.5','promptText':'a','ratio':'16:9',"
            + "'duration':2}",
        "references | video_to_video | {'model':'aleph2','videoUri':'https://a.b/c.mp4',"
            + "'references':[]}",
        "videoUri | video_to_video | {'model':'aleph2','videoUri':'http://a.b/c.mp4'}",
        "promptImage | image_to_video | {'model':'gen4_turbo','ratio':'1280:720',"
            + "'promptImage':'data:video/mp4;base64,AAAA'}",
      })
  void namesTheFieldThatIsWrong(String field, String operation, String body) throws Exception {
    HttpResponse<String> answer = caller.post("/v1/" + operation, body.replace('\'', '"'));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .startsWith("{\"error\":\"Validation of body failed\",\"issues\":[{\"code\":")
        .contains("\"path\":[\"" + field + "\"]")
        .endsWith("\"docUrl\":\"https://docs.dev.runwayml.com/api\"}");
  }

  @Test
  void wantsKeyAndVersionOnEveryCall() throws Exception {
    for (String path : new String[] {"/v1/organization", "/v1/tasks/x", "/v1/whatever"}) {
      URI address = simulator.baseUrl().resolve(path);
      assertThat(Caller.text(HttpRequest.newBuilder(address).build()).statusCode()).isEqualTo(401);
      HttpRequest unversioned =
          HttpRequest.newBuilder(address).header("Authorization", "Bearer key").build();
      assertThat(Caller.text(unversioned).statusCode()).isEqualTo(400);
    }
    HttpRequest create =
        caller
            .to("/v1/image_to_video")
            .setHeader("X-Runway-Version", "1")
            .POST(BodyPublishers.ofString(IMAGE.formatted("a cat")))
            .build();
    assertThat(Caller.text(create).statusCode()).isEqualTo(400);
    assertThat(caller.record("counts").path("refused").intValue()).isEqualTo(1);
  }

  @Test
  void organizationCountsByModel() throws Exception {
    long before = caller.json("/v1/organization").path("creditBalance").longValue();
    create("a cat");
    create("a dog");
    JsonNode after = caller.json("/v1/organization");
    assertThat(before - after.path("creditBalance").longValue()).isEqualTo(120);
    assertThat(after.at("/usage/models/gen4.5/dailyGenerations").intValue()).isEqualTo(2);
    assertThat(after.at("/tier/models/gen4.5/maxConcurrentGenerations").intValue()).isPositive();
  }

  @Test
  void takesACreateFromAnUploadOnceItsFileIsThere() throws Exception {
    JsonNode place =
        caller.postJson("/v1/uploads", "{\"filename\":\"a.png\",\"type\":\"ephemeral\"}");
    String uri = place.path("runwayUri").asString();
    String body = IMAGE.formatted("a cat").replace("https://example.org/a.jpg", uri);
    assertThat(uri).startsWith("runway://");
    assertThat(caller.post("/v1/image_to_video", body).statusCode()).isEqualTo(400);

    FormData form = new FormData();
    place.path("fields").forEachEntry((name, value) -> form.text(name, value.asString()));
    form.file("file", "a.png", new byte[512]);
    String storage = URI.create(place.path("uploadUrl").asString()).getPath();
    assertThat(caller.send(storage, form).statusCode()).isEqualTo(204);

    assertThat(caller.post("/v1/image_to_video", body).statusCode()).isEqualTo(200);
  }

  @Test
  void storageTakesNoFileWithoutItsFieldsAndNoTinyOne() throws Exception {
    JsonNode place =
        caller.postJson("/v1/uploads", "{\"filename\":\"a.png\",\"type\":\"ephemeral\"}");
    String storage = URI.create(place.path("uploadUrl").asString()).getPath();
    FormData bare = new FormData().file("file", "a.png", new byte[512]);
    assertThat(caller.send(storage, bare).statusCode()).isEqualTo(403);
    FormData tiny = new FormData();
    place.path("fields").forEachEntry((name, value) -> tiny.text(name, value.asString()));
    tiny.file("file", "a.png", new byte[511]);
    assertThat(caller.send(storage, tiny).statusCode()).isEqualTo(400);
  }

  @Test
  void breaksAndThrottlesInItsOwnWords() throws Exception {
    try (Simulator broken = Simulator.start(Settings.of("error-share=1"), 0)) {
      HttpResponse<String> answer =
          new Caller(broken).post("/v1/image_to_video", IMAGE.formatted("a cat"));
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).startsWith("{\"error\":");
    }
    try (Simulator busy = Simulator.start(Settings.of("admit=1/h"), 0)) {
      Caller many = new Caller(busy);
      for (int i = 0; i < 3; i++) {
        many.post("/v1/image_to_video", IMAGE.formatted("a cat"));
      }
      HttpResponse<String> answer = many.post("/v1/image_to_video", IMAGE.formatted("a cat"));
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  private String create(String prompt) throws Exception {
    return caller.postJson("/v1/image_to_video", IMAGE.formatted(prompt)).path("id").asString();
  }

  private JsonNode task(String ticket) throws Exception {
    return caller.json("/v1/tasks/" + ticket);
  }

  private static String open(String ticket, String status, String more) {
    return "{\"id\":\"%s\",\"status\":\"%s\",\"createdAt\":\"2026-11-20T10:00:00.123Z\",%s\"estimatedCost\":{\"credits\":60}}"
        .formatted(ticket, status, more);
  }
}
