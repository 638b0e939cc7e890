package dev.dailies.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ComfyuiRoutesTest {

  private static final String FIRST = "3fe673cd-0d85-4121-b802-f36dc2f1cb00";
  private static final String SECOND = "642d561a-c9d0-4a5f-8fbe-91fc62a63eab";
  private static final byte[] PICTURE = {1, 2, 3};

  /** A still that becomes two seconds of video. */
  private static final String GRAPH =
      """
      {"1":{"class_type":"LoadImage","inputs":{"image":"pic1.png"},\
      "_meta":{"title":"INPUT_IMAGE"}},\
      "2":{"class_type":"ImageScale","inputs":{"image":["1",0],"upscale_method":"lanczos",\
      "width":256,"height":144,"crop":"center"},"_meta":{"title":"SIZE"}},\
      "3":{"class_type":"RepeatImageBatch","inputs":{"image":["2",0],"amount":24},\
      "_meta":{"title":"FRAMES"}},\
      "4":{"class_type":"CreateVideo","inputs":{"images":["3",0],"fps":12},\
      "_meta":{"title":"FPS"}},\
      "5":{"class_type":"SaveVideo","inputs":{"video":["4",0],"filename_prefix":"batch/job-0001",\
      "format":"mp4","codec":"h264"},"_meta":{"title":"OUTPUT"}}}""";

  private final HandClock clock = new HandClock(Instant.ofEpochMilli(1_795_164_670_424L));
  private final Simulator simulator = start();
  private final Caller caller = new Caller(simulator);

  @BeforeEach
  void upload() throws Exception {
    caller.send("/upload/image", new FormData().file("image", "pic1.png", PICTURE));
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void acceptsUnderTheIdOfTheClient() throws Exception {
    assertThat(post(FIRST, GRAPH).body())
        .isEqualTo("{\"prompt_id\":\"" + FIRST + "\",\"number\":0,\"node_errors\":{}}");
    assertThat(caller.postJson("/prompt", "{\"prompt\":" + GRAPH + "}").path("prompt_id"))
        .asString()
        .matches("\"[0-9a-f-]{36}\"");
    String nameless = "{\"prompt\":" + GRAPH + ",\"prompt_id\":null}";
    assertThat(caller.postJson("/prompt", nameless).path("prompt_id").asString())
        .matches("[0-9a-f-]{36}");
    JsonNode entry = caller.record("journal").path("tasks").path(0);
    assertThat(entry.path("ticket").asString()).isEqualTo(FIRST);
    assertThat(entry.path("prompt").asString()).isEqualTo("batch/job-0001");
    assertThat(entry.path("image").asString()).isEqualTo("pic1.png");
  }

  @Test
  void tellsAHistoryAsTheRealOneDoes() throws Exception {
    caller.post(
        "/prompt",
        "{\"prompt\":%s,\"prompt_id\":\"%s\",\"client_id\":\"batch-client-1\"}"
            .formatted(GRAPH, FIRST));
    assertThat(caller.json("/history/" + FIRST)).hasToString("{}");
    clock.advance(Duration.ofMinutes(1));
    assertThat(caller.json("/history/" + FIRST))
        .hasToString(
            """
            {"%s":{"prompt":[0,"%s",%s,{"client_id":"batch-client-1",\
            "create_time":1795164670424},["5"]],\
            "outputs":{"5":{"images":[{"filename":"job-0001_00001_.mp4","subfolder":"batch",\
            "type":"output"}],"animated":[true]}},\
            "status":{"status_str":"success","completed":true,"messages":[\
            ["execution_start",{"prompt_id":"%s","timestamp":1795164670424}],\
            ["execution_cached",{"prompt_id":"%s","timestamp":1795164670424,"nodes":[]}],\
            ["execution_success",{"prompt_id":"%s","timestamp":1795164730424}]]},\
            "meta":{"5":{"node_id":"5","display_node":"5","parent_node":null,\
            "real_node_id":"5"}}}}"""
                .formatted(FIRST, FIRST, GRAPH, FIRST, FIRST, FIRST));
  }

  @Test
  void runsOnePromptAtATime() throws Exception {
    post(FIRST, GRAPH);
    post(SECOND, GRAPH);
    JsonNode queue = caller.json("/queue");
    assertThat(queue.at("/queue_running/0/1").asString()).isEqualTo(FIRST);
    assertThat(queue.at("/queue_pending/0/1").asString()).isEqualTo(SECOND);
    assertThat(queue.at("/queue_pending/0").size()).isEqualTo(5);
    assertThat(caller.json("/prompt")).hasToString("{\"exec_info\":{\"queue_remaining\":2}}");
    clock.advance(Duration.ofSeconds(119));
    assertThat(caller.json("/queue").at("/queue_running/0/1").asString()).isEqualTo(SECOND);
    assertThat(caller.json("/history/" + SECOND)).hasToString("{}");
    clock.advance(Duration.ofSeconds(1));
    assertThat(caller.json("/queue")).hasToString("{\"queue_running\":[],\"queue_pending\":[]}");
    assertThat(caller.json("/history").propertyNames()).containsExactly(FIRST, SECOND);
    assertThat(caller.json("/history?max_items=1").propertyNames()).containsExactly(SECOND);
  }

  @Test
  void tellsAJobFromBeginningToEnd() throws Exception {
    post(FIRST, GRAPH);
    post(SECOND, GRAPH);
    assertThat(job(FIRST))
        .hasToString(
            "{\"id\":\"%s\",\"status\":\"in_progress\",\"priority\":0,\"create_time\":1795164670424,\"outputs_count\":0,\"previewable_outputs_count\":0}"
                .formatted(FIRST));
    assertThat(job(SECOND).path("status").asString()).isEqualTo("pending");
    clock.advance(Duration.ofMinutes(1));
    JsonNode done = job(FIRST);
    assertThat(done.path("status").asString()).isEqualTo("completed");
    assertThat(done.path("execution_end_time").longValue()).isEqualTo(1795164730424L);
    assertThat(done.path("preview_output"))
        .hasToString(
            "{\"filename\":\"job-0001_00001_.mp4\",\"subfolder\":\"batch\",\"type\":\"output\",\"nodeId\":\"5\",\"mediaType\":\"images\"}");
    assertThat(done.path("workflow").propertyNames()).containsExactly("prompt", "extra_data");
    HttpResponse<String> unknown = Caller.text(caller.to("/api/jobs/x").build());
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).isEqualTo("{\"error\":\"Job not found\"}");
  }

  @Test
  void runsTheSameIdTwiceIfItIsSentTwice() throws Exception {
    post(FIRST, GRAPH);
    post(FIRST, GRAPH);
    assertThat(caller.record("counts").path("creates").intValue()).isEqualTo(2);
    clock.advance(Duration.ofMinutes(2));
    assertThat(caller.json("/history/" + FIRST).findPath("filename").asString())
        .isEqualTo("job-0001_00002_.mp4");
  }

  @Test
  void queuesWhatItsAnswerWasLostFor() throws Exception {
    try (Simulator deaf = start("lose-answer-share=1")) {
      Caller lost = new Caller(deaf);
      lost.send("/upload/image", new FormData().file("image", "pic1.png", PICTURE));
      assertThatThrownBy(() -> lost.post("/prompt", body(FIRST, GRAPH)))
          .isInstanceOf(IOException.class);
      assertThat(lost.json("/queue").at("/queue_running/0/1").asString()).isEqualTo(FIRST);
    }
  }

  @Test
  void failsAndInterruptsAsTheTextsAsk() throws Exception {
    post(FIRST, GRAPH.replace("job-0001", "job [fail]"));
    post(SECOND, GRAPH.replace("job-0001", "job [cancel]"));
    clock.advance(Duration.ofMinutes(2));
    JsonNode failed = caller.json("/history/" + FIRST).path(FIRST);
    assertThat(failed.at("/status/status_str").asString()).isEqualTo("error");
    assertThat(failed.at("/status/messages/2/0").asString()).isEqualTo("execution_error");
    assertThat(failed.at("/status/messages/2/1/exception_message").asString()).endsWith("\n");
    assertThat(failed.path("outputs")).hasToString("{}");
    assertThat(job(FIRST).path("status").asString()).isEqualTo("failed");
    assertThat(job(FIRST).path("execution_error").path("node_type").asString())
        .isEqualTo("SaveVideo");
    JsonNode cancelled = caller.json("/history/" + SECOND).path(SECOND);
    assertThat(cancelled.at("/status/messages/2/0").asString()).isEqualTo("execution_interrupted");
    assertThat(job(SECOND).path("status").asString()).isEqualTo("cancelled");
  }

  @Test
  void forgetsWhatIsTakenOutOfTheQueue() throws Exception {
    post(FIRST, GRAPH);
    post(SECOND, GRAPH);
    HttpResponse<String> answer = caller.post("/queue", "{\"delete\":[\"" + SECOND + "\",\"x\"]}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    clock.advance(Duration.ofMinutes(10));
    assertThat(caller.json("/history").propertyNames()).containsExactly(FIRST);
  }

  @Test
  void refusesAnIdThatIsNoUuid() throws Exception {
    HttpResponse<String> answer = post(FIRST.toUpperCase(Locale.ROOT), GRAPH);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"error":{"type":"invalid_prompt_id","message":"prompt_id must be a valid UUID",\
            "details":"prompt_id must be a UUID string in canonical lowercase hyphenated form; \
            omit it to let the server generate one","extra_info":{}},"node_errors":{}}""");
  }

  @Test
  void refusesAClassThatItDoesNotHave() throws Exception {
    HttpResponse<String> answer = post(FIRST, GRAPH.replace("ImageScale", "NoSuchNode"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"error":{"type":"missing_node_type","message":"Node 'SIZE' not found. The custom \
            node may not be installed.","details":"Node ID '#2'","extra_info":{"node_id":"2",\
            "class_type":"NoSuchNode","node_title":"SIZE"}},"node_errors":{}}""");
  }

  @Test
  void refusesAnImageThatIsNotThere() throws Exception {
    HttpResponse<String> answer = post(FIRST, GRAPH.replace("pic1.png", "absent.png"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"error":{"type":"prompt_outputs_failed_validation","message":"Prompt outputs failed \
            validation","details":"","extra_info":{}},"node_errors":{"1":{"errors":[{"type":\
            "custom_validation_failed","message":"Custom validation failed for node","details":\
            "image - Invalid image file: absent.png","extra_info":{"input_name":"image"}}],\
            "dependent_outputs":["5"],"class_type":"LoadImage"}}}""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"1\":{\"class_type\":\"EmptyImage\",\"inputs\":{}}}"})
  void refusesAWorkflowWithoutAnOutput(String graph) throws Exception {
    HttpResponse<String> answer = post(FIRST, graph);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"error":{"type":"prompt_no_outputs","message":"Prompt has no outputs","details":"",\
            "extra_info":{}},"node_errors":{}}""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "required_input_missing | \"amount\":24 | \"x\":24",
        "value_smaller_than_min | \"amount\":24 | \"amount\":0",
        "value_bigger_than_max | \"amount\":24 | \"amount\":4097",
        "invalid_input_type | \"amount\":24 | \"amount\":\"many\"",
        "value_not_in_list | \"format\":\"mp4\" | \"format\":\"avi\"",
        "return_type_mismatch | \"images\":[\"3\",0] | \"images\":[\"5\",0]",
        "exception_during_inner_validation | \"images\":[\"3\",0] | \"images\":[\"9\",0]",
        "bad_linked_input | \"images\":[\"3\",0] | \"images\":7",
      })
  void saysWhatIsWrongWithANode(String type, String part, String instead) throws Exception {
    HttpResponse<String> answer = post(FIRST, GRAPH.replace(part, instead));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"type\":\"" + type + "\"");
  }

  @Test
  void runsTheGoodHalfOfAWorkflowAndNamesTheOther() throws Exception {
    String both =
        GRAPH.replaceFirst(
            "}$",
            ",\"8\":{\"class_type\":\"LoadImage\",\"inputs\":{\"image\":\"absent.png\"}},\"9\":{\"class_type\":\"SaveImage\",\"inputs\":{\"images\":[\"8\",0],\"filename_prefix\":\"x\"}}}");
    JsonNode answer = caller.postJson("/prompt", body(FIRST, both));
    assertThat(answer.path("node_errors").propertyNames()).containsExactly("8");
    clock.advance(Duration.ofMinutes(1));
    assertThat(caller.json("/history/" + FIRST).path(FIRST).path("outputs").propertyNames())
        .containsExactly("5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"prompt\":{\"nodes\":[],\"links\":[]}}", "{"})
  void stumblesOverWhatTheEditorSavesAndOverNoJson(String body) throws Exception {
    HttpResponse<String> answer = caller.post("/prompt", body);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .isEqualTo("500 Internal Server Error\n\nServer got itself in trouble");
  }

  @Test
  void neverOverwritesAnUploadByAnother() throws Exception {
    FormData again = new FormData().file("image", "pic1.png", PICTURE);
    FormData other = new FormData().file("image", "pic1.png", new byte[] {9});
    FormData nested = new FormData().file("image", "pic1.png", new byte[] {7});
    nested.text("subfolder", "batch/2026");
    FormData outside = new FormData().file("image", "../x.png", PICTURE);
    assertThat(caller.sendJson("/api/upload/image", again))
        .hasToString("{\"name\":\"pic1.png\",\"subfolder\":\"\",\"type\":\"input\"}");
    assertThat(caller.sendJson("/upload/image", other))
        .hasToString("{\"name\":\"pic1 (1).png\",\"subfolder\":\"\",\"type\":\"input\"}");
    assertThat(caller.sendJson("/upload/image", nested))
        .hasToString("{\"name\":\"pic1.png\",\"subfolder\":\"batch/2026\",\"type\":\"input\"}");
    assertThat(caller.send("/upload/image", outside).statusCode()).isEqualTo(400);
    assertThat(view("filename=pic1%20%281%29.png&type=input").body()).isEqualTo(new byte[] {9});
    String graph = GRAPH.replace("pic1.png", "batch/2026/pic1.png [input]");
    assertThat(post(FIRST, graph).statusCode()).isEqualTo(200);
  }

  @Test
  void showsItsFilesWholeInPartAndFromOutside() throws Exception {
    post(FIRST, GRAPH);
    clock.advance(Duration.ofMinutes(1));
    String file = "filename=job-0001_00001_.mp4&subfolder=batch&type=output";
    byte[] whole = view(file).body();
    PlayedFile.assertPlays(whole, 320, 180);
    HttpResponse<byte[]> part = view(file, "Range", "bytes=10-");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).hasSize(whole.length - 10);
    HttpRequest head =
        caller.to("/api/view?" + file).method("HEAD", BodyPublishers.noBody()).build();
    HttpResponse<String> outside = Caller.text(head);
    assertThat(outside.statusCode()).isEqualTo(200);
    assertThat(outside.headers().firstValueAsLong("Content-Length")).hasValue(whole.length);
    assertThat(view("filename=absent.mp4").statusCode()).isEqualTo(404);
    assertThat(view("filename=..%2Fx.mp4").statusCode()).isEqualTo(400);
    assertThat(view("filename=x.mp4&subfolder=..").statusCode()).isEqualTo(403);
  }

  @Test
  void savesPicturesAndWhatOtherPacksSave() throws Exception {
    post(
        FIRST,
        """
        {"1":{"class_type":"EmptyImage","inputs":{"width":64,"height":64,"batch_size":1,"color":1}},
         "2":{"class_type":"SaveImage","inputs":{"images":["1",0],"filename_prefix":"still"}},
         "3":{"class_type":"PreviewImage","inputs":{"images":["1",0]}},
         "4":{"class_type":"VHS_VideoCombine","inputs":{"images":["1",0],"frame_rate":8,
              "loop_count":0,"filename_prefix":"v/clip","format":"video/h264-mp4",
              "pingpong":false,"save_output":true}}}""");
    clock.advance(Duration.ofMinutes(1));
    JsonNode outputs = caller.json("/history/" + FIRST).path(FIRST).path("outputs");
    assertThat(outputs.path("2"))
        .hasToString(
            "{\"images\":[{\"filename\":\"still_00001_.png\",\"subfolder\":\"\",\"type\":\"output\"}]}");
    assertThat(outputs.at("/3/images/0/type").asString()).isEqualTo("temp");
    assertThat(outputs.at("/4/gifs/0/filename").asString()).isEqualTo("clip_00001_.mp4");
    assertThat(PlayedFile.pictureSize(view("filename=still_00001_.png").body()))
        .isEqualTo("320x320");
  }

  @Test
  void describesItsClassesAndItself() throws Exception {
    JsonNode info = caller.json("/object_info/SaveVideo");
    assertThat(info.at("/SaveVideo/output_node").booleanValue()).isTrue();
    assertThat(info.at("/SaveVideo/input/required").propertyNames())
        .containsExactly("video", "filename_prefix", "format", "codec");
    assertThat(caller.json("/api/object_info/NoSuchNode")).hasToString("{}");
    assertThat(caller.json("/system_stats").at("/system/comfyui_version").asString())
        .isEqualTo("0.33.0");
    assertThat(caller.json("/system_stats").at("/devices/0/type").asString()).isEqualTo("cpu");
  }

  private Simulator start(String... lines) {
    String[] all = new String[lines.length + 2];
    System.arraycopy(lines, 0, all, 2, lines.length);
    all[0] = "generation-time=60s";
    all[1] = "jitter=0";
    return Simulator.start(Settings.of(all), 0, clock, new Random(3));
  }

  private HttpResponse<String> post(String id, String graph) throws Exception {
    return caller.post("/prompt", body(id, graph));
  }

  private static String body(String id, String graph) {
    return "{\"prompt\":" + graph + ",\"prompt_id\":\"" + id + "\"}";
  }

  private JsonNode job(String id) throws Exception {
    return caller.json("/api/jobs/" + id);
  }

  private HttpResponse<byte[]> view(String query, String... headers) throws Exception {
    return Caller.download(simulator.baseUrl().resolve("/view?" + query), headers);
  }
}
