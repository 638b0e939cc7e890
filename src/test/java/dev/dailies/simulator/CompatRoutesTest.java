package dev.dailies.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CompatRoutesTest {

  private static final String GENERATE = "/runway/pro/generate";
  private static final String TEXT =
      """
      {"callback_url":"https://example.com/webhook","ratio":"9:16","prompt":"a cat",
       "style":"cinematic","model":"gen4","options":{"seconds":10,
       "motion_vector":{"x":0,"y":0.4,"z":0,"r":-6,"bg_x_pan":0,"bg_y_pan":0}}}""";

  private final HandClock clock = new HandClock(Instant.parse("2026-11-20T10:00:00Z"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain | {\"code\":200,\"message\":\"\",\"msg\":\"success\",\"data\":{\"task_id\":\"T\"}}",
        "timed | {\"code\":200,\"msg\":\"成功\",\"data\":{\"task_id\":\"T\"},\"exec_time\":0.12}",
        "full | {\"code\":200,\"msg\":\"成功\",\"data\":{\"task_id\":\"T\",\"state\":\"\","
            + "\"status\":\"0\",\"prompt\":\"\",\"prompt_en\":\"\",\"video_url\":\"\","
            + "\"last_frame\":\"\",\"poster\":\"\",\"msg\":\"\","
            + "\"create_time\":\"2026-11-20 18:00:00\",\"update_time\":\"2026-11-20 18:00:00\"},"
            + "\"exec_time\":0.12}",
      })
  void acceptsInTheFormThatIsSet(String form, String body) throws Exception {
    try (Simulator simulator = start("create-form=" + form)) {
      String answer = new Caller(simulator).post(GENERATE, TEXT).body();
      assertThat(answer.replaceFirst("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "T"))
          .isEqualTo(body);
    }
  }

  @Test
  void feedTellsATaskFlat() throws Exception {
    try (Simulator simulator = start()) {
      Caller caller = new Caller(simulator);
      String ticket = create(caller, GENERATE, TEXT);
      assertThat(feed(caller, ticket).toString())
          .startsWith(
              """
              {"task_id":"%s","action":"TEXT_TO_VIDEO","status":"QUEUED","fail_reason":"",\
              "submit_time":1795168800,"start_time":0,"finish_time":0,"progress":"0%%","data":{"""
                  .formatted(ticket));
      clock.advance(Duration.ofMinutes(1));
      JsonNode done = feed(caller, ticket);
      assertThat(done.path("status").asString()).isEqualTo("SUCCESS");
      assertThat(done.path("fail_reason").asString()).isEmpty();
      URI link = URI.create(done.path("result_url").asString());
      PlayedFile.assertPlays(Caller.download(link).body(), 180, 320);
    }
  }

  @Test
  void feedWrapsATaskAsTheOfficialRouteDoes() throws Exception {
    try (Simulator simulator = start("feed-form=wrapped", "body-form=wrapped")) {
      Caller caller = new Caller(simulator);
      String ticket = create(caller, GENERATE, TEXT);
      assertThat(feed(caller, ticket)).isEqualTo(caller.task(ticket));
    }
  }

  @Test
  void feedTellsATaskInDigits() throws Exception {
    try (Simulator simulator = start("feed-form=digits")) {
      Caller caller = new Caller(simulator);
      String good = create(caller, GENERATE, TEXT);
      String bad = create(caller, GENERATE, TEXT.replace("a cat", "a cat [fail]"));
      JsonNode waiting = feed(caller, good).path("data");
      assertThat(waiting.path("status")).hasToString("\"0\"");
      assertThat(waiting.path("state").asString()).isEmpty();
      clock.advance(Duration.ofMinutes(1));
      JsonNode done = feed(caller, good).path("data");
      assertThat(done.path("status")).hasToString("\"3\"");
      assertThat(done.path("state").asString()).isEqualTo("succeeded");
      assertThat(done.path("video_url").asString()).startsWith(simulator.baseUrl() + "/clips/");
      JsonNode failed = feed(caller, bad).path("data");
      assertThat(failed.path("status")).hasToString("\"2\"");
      assertThat(failed.path("msg").asString()).contains("usable video");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/runway/pro/generate | {'callback_url':'https://a.b','image':'https://a.b/c.jpg',"
            + "'model':'gen4','prompt':'a cat'}",
        "/runway/pro/video2video | {'callback_url':'https://a.b','video':'https://a.b/c.mp4',"
            + "'model':'gen4','prompt':'a cat','options':{'structure_transformation':0.5}}",
        "/runway/pro/act_one | {'callback_url':'https://a.b','video':'https://a.b/c.mp4',"
            + "'image':'https://a.b/c.jpg'}",
      })
  void takesTheSmallestCreates(String route, String body) throws Exception {
    try (Simulator simulator = start()) {
      Caller caller = new Caller(simulator);
      create(caller, route, body.replace('\'', '"'));
      JsonNode journal = caller.record("journal");
      assertThat(journal.path("creates").intValue()).isEqualTo(1);
      assertThat(journal.path("tasks").path(0).path("route").asString()).isEqualTo(route);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "generate | callback_url_empty | {'prompt':'a','model':'m','ratio':'1:1','style':'s'}",
        "generate | invalid_request | {'callback_url':'c','model':'m','ratio':'1:1','style':'s'}",
        "generate | invalid_request | {'callback_url':'c','prompt':'a','model':'m',"
            + "'ratio':'1:1','style':'s','options':{'seconds':5}}",
        "video2video | callback_url_empty | {'video':'https://a.b/c.mp4'}",
        "video2video | invalid_request | {'callback_url':'c'}",
        "act_one | invalid_request | {'callback_url':'c','video':'https://a.b/c.mp4'}",
      })
  void refusesWhatTheRealOneRefuses(String route, String code, String body) throws Exception {
    try (Simulator simulator = start()) {
      HttpResponse<String> answer =
          new Caller(simulator).post("/runway/pro/" + route, body.replace('\'', '"'));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).startsWith("{\"code\":\"" + code + "\"");
    }
  }

  @Test
  void feedDoesNotKnowOtherTickets() throws Exception {
    try (Simulator simulator = start()) {
      assertThat(new Caller(simulator).post("/runway/feed", "{\"task_id\":\"x\"}").body())
          .isEqualTo("{\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}");
    }
  }

  private Simulator start(String... lines) {
    String[] all = new String[lines.length + 2];
    System.arraycopy(lines, 0, all, 2, lines.length);
    all[0] = "generation-time=60s";
    all[1] = "jitter=0";
    return Simulator.start(Settings.of(all), 0, clock, new Random(3));
  }

  private static String create(Caller caller, String route, String body) throws Exception {
    return caller.postJson(route, body).path("data").path("task_id").stringValue();
  }

  private static JsonNode feed(Caller caller, String ticket) throws Exception {
    return caller.postJson("/runway/feed", "{\"task_id\":\"" + ticket + "\"}");
  }
}
