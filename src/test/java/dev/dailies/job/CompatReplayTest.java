package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job at a server that speaks every known form of CometAPI's compatibility format. */
class CompatReplayTest {

  private static final String CREATE = "/runway/pro/generate";
  private static final String FEED = "/runway/feed";

  /** The answers to a create. */
  private static final Map<String, String> CREATED =
      Map.of(
          "plain",
          """
          {"code":200,"message":"","msg":"success","data":{"task_id":"%1$s"}}""",
          "timed",
          """
          {"code":200,"msg":"成功","data":{"task_id":"%1$s"},"exec_time":0.12}""",
          "full",
          """
          {"code":200,"msg":"成功","data":{"task_id":"%1$s","state":"","status":"0","prompt":"",
          "prompt_en":"","video_url":"","last_frame":"","poster":"","msg":"",
          "create_time":"2026-03-13 09:52:46","update_time":"2026-03-13 09:52:46"},
          "exec_time":0.12}""");

  /** What the feed says of a task that waits, runs, is done. Only then it has an address. */
  private static final Map<String, List<String>> TOLD =
      Map.of(
          "flat",
          List.of(
              flat("QUEUED", "0%%", ""),
              flat("IN_PROGRESS", "50%%", ""),
              flat("SUCCESS", "100%%", "%2$s")),
          "wrapped",
          List.of(
              wrapped("QUEUED", "0%%", "PENDING", ""),
              wrapped("IN_PROGRESS", "50%%", "RUNNING", ""),
              wrapped("SUCCESS", "100%%", "SUCCEEDED", ",\"output\":[\"%2$s\"]")),
          "digits",
          List.of(digits("", "0", ""), digits("", "1", ""), digits("succeeded", "3", "%2$s")));

  private final Replay cometapi = new Replay();
  @TempDir Path folder;

  @AfterEach
  void close() {
    cometapi.close();
  }

  @Test
  void deliversWhateverFormsTheAnswersHave() {
    List<String> ids = new ArrayList<>();
    CREATED.forEach(
        (created, answer) ->
            TOLD.forEach(
                (told, looks) -> {
                  ids.add(created + "-" + told);
                  play(created + "-" + told, answer, looks);
                }));

    Ran ran =
        new Rehearsal(folder, cometapi.baseUrl())
            .api("format", "compat")
            .manifest(
                "id,prompt,model,duration,ratio,style",
                ids.stream()
                    .map(id -> "%1$s,%1$s,gen4,10,16:9,cinematic".formatted(id))
                    .toArray(String[]::new))
            .run();

    assertThat(ran.in(DELIVERED)).hasSize(9).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(ran.code()).isZero();
    assertThat(ids)
        .allSatisfy(
            id -> assertThat(ran.output().resolve(id + ".mp4")).hasBinaryContent(Replay.CLIP));
    cometapi.server.verify(
        9,
        postRequestedFor(urlEqualTo(CREATE))
            .withRequestBody(matchingJsonPath("$.callback_url"))
            .withRequestBody(matchingJsonPath("$.options.seconds", equalTo("10"))));
    cometapi.server.verify(9 * 5, postRequestedFor(urlEqualTo(FEED)));
  }

  /** The feed does not know a new task at first, and then for a while no more than its ticket. */
  private void play(String id, String created, List<String> told) {
    String ticket = "task_" + id;
    cometapi.plays(
        () -> post(CREATE).withRequestBody(matchingJsonPath("$.prompt", equalTo(id))),
        created.formatted(ticket));
    cometapi.plays(
        () -> post(FEED).withRequestBody(matchingJsonPath("$.task_id", equalTo(ticket))),
        Stream.concat(
                Stream.of(
                    StubbedApi.notExist(), StubbedApi.json("{\"task_id\":\"" + ticket + "\"}")),
                told.stream().map(body -> StubbedApi.json(body.formatted(ticket, cometapi.link()))))
            .toArray(ResponseDefinitionBuilder[]::new));
  }

  private static String flat(String status, String progress, String url) {
    return """
        {"task_id":"%%1$s","action":"GENERATE","status":"%s","fail_reason":"","result_url":"%s",
        "submit_time":1773366766,"start_time":0,"finish_time":0,"progress":"%s","data":{}}"""
        .formatted(status, url, progress);
  }

  private static String wrapped(String status, String progress, String inner, String output) {
    return """
        {"code":"success","message":"","data":{"task_id":"%%1$s","action":"GENERATE",
        "status":"%s","fail_reason":"","submit_time":1773366766,"start_time":0,"finish_time":0,
        "progress":"%s","data":{"id":"%%1$s","status":"%s",
        "createdAt":"2026-03-13T09:52:46+08:00"%s}}}"""
        .formatted(status, progress, inner, output);
  }

  private static String digits(String state, String status, String url) {
    return """
        {"code":200,"msg":"成功","data":{"task_id":"%%1$s","state":"%1$s","status":"%2$s",
        "prompt":"","prompt_en":"","video_url":"%3$s","raw_video_url":"%3$s","poster":"",
        "last_frame":"","msg":"","point":"0","refund":"0","create_time":"2026-03-13 09:52:46",
        "update_time":"2026-03-13 09:52:46"},"exec_time":0.12,"ip":"127.0.0.1"}"""
        .formatted(state, status, url);
  }
}
