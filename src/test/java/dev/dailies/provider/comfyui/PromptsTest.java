package dev.dailies.provider.comfyui;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.Progress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A look where there is no {@code /api/jobs}: the queue, and then the history. */
class PromptsTest {

  private static final String RUNNING = "09826e98-b876-4f5a-adeb-0d14a12c7ff0";
  private static final String PENDING = "642d561a-c9d0-4a5f-8fbe-91fc62a63eab";
  private static final String DONE = "3fe673cd-0d85-4121-b802-f36dc2f1cb00";

  private final Played server = new Played();
  private final Prompts prompts = new Prompts(Played.http());

  @BeforeEach
  void anEmptyQueue() {
    server.gets("/queue", 200, Recording.of("queue-empty"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void findsAPromptInTheQueue() {
    server.gets("/queue", 200, Recording.of("queue-busy"));

    assertThat(look(RUNNING)).isInstanceOf(Progress.Running.class);
    assertThat(look(PENDING)).isInstanceOf(Progress.Waiting.class);
  }

  @Test
  void asksForTheHistoryOnlyAfterTheQueueWhichPromptsLeaveForIt() {
    history(DONE, "history-unknown");
    look(DONE);

    List<String> asked =
        server.server().getAllServeEvents().stream().map(e -> e.getRequest().getUrl()).toList();
    assertThat(asked).containsExactly("/history/" + DONE, "/queue", "/api/jobs/" + DONE);
  }

  @Test
  void doesNotKnowAPromptThatIsInNeither() {
    history(DONE, "history-unknown");

    assertThat(look(DONE)).isInstanceOf(Progress.NotVisible.class);
  }

  /** Python writes NaN, and a node that shows text may show megabytes of it. */
  @Test
  void readsWhatJsonDoesNotHaveAndLongAnswers() {
    String job =
        "{\"id\":\"%s\",\"status\":\"completed\",\"is_changed\":[NaN,-Infinity],\"text\":\"%s\","
            + "\"outputs\":{\"5\":{\"images\":[{\"filename\":\"a.mp4\",\"type\":\"output\"}]}}}";
    server.gets("/api/jobs/" + DONE, 200, job.formatted(DONE, "x".repeat(9 * 1024 * 1024)));

    assertThat(outputs(DONE)).hasSize(1);
  }

  @Test
  void aJobOfAnotherIdSaysNothing() {
    server.gets("/api/jobs/" + DONE, 200, "{\"id\":\"another\",\"status\":\"completed\"}");

    assertThat(look(DONE)).isInstanceOf(Progress.Unreadable.class);
  }

  @Test
  void findsTheFilesOfAVideoUnderImages() {
    history(DONE, "history-success-video");

    assertThat(outputs(DONE, "5")).containsExactly(view("job-0001_00003_.mp4", "batch"));
  }

  @Test
  void findsTheFilesOfAllSaversAndNoPreviews() {
    String id = "0df72caf-09b7-4a1c-a2ef-265f87461bd9";
    history(id, "history-success-all-savers");

    List<String> outputs = outputs(id);

    assertThat(outputs.subList(0, 2)).allMatch(url -> url.contains(".webm") || url.contains("mp4"));
    assertThat(outputs)
        .anyMatch(url -> url.contains("sound_"))
        .anyMatch(url -> url.contains("still_"))
        .anyMatch(url -> url.contains("anim_"))
        .noneMatch(url -> url.contains("temp"))
        .doesNotHaveDuplicates();
    assertThat(outputs(id, "15")).hasSize(1).allMatch(url -> url.contains("video_"));
  }

  @Test
  void takesWhatTheServerSaysOfACachedPrompt() {
    String id = "66236bd3-72c5-4f91-8a53-521ac62bcd06";
    history(id, "history-success-cached-file-gone");

    assertThat(outputs(id)).containsExactly(view("same_00001_.mp4", "batch"));
  }

  @Test
  void succeedsWithNothingIfTheWantedNodeHasMadeNoFile() {
    history(DONE, "history-success-video");

    assertThat(outputs(DONE, "4")).isEmpty();
  }

  @Test
  void anInterruptedPromptIsCancelled() {
    history(RUNNING, "history-interrupted");

    assertThat(look(RUNNING))
        .isInstanceOfSatisfying(
            Progress.Cancelled.class,
            cancelled -> assertThat(cancelled.reason()).contains("TestSleep #2"));
  }

  @Test
  void aFailedPromptFailsInWords() {
    server.gets(
        "/history/" + DONE,
        200,
        "{\""
            + DONE
            + "\":{\"outputs\":{\"5\":{\"images\":[{\"filename\":\"half.mp4\"}]}},"
            + "\"status\":{\"status_str\":\"error\",\"messages\":[[\"execution_start\",{}],"
            + "[\"execution_error\",{\"node_id\":\"2\",\"node_type\":\"TestSyncError\","
            + "\"exception_message\":\"an error\\n\",\"exception_type\":\"RuntimeError\"}]]}}}");

    assertThat(look(DONE))
        .isInstanceOfSatisfying(
            Progress.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo("TestSyncError #2: an error"));
  }

  @Test
  void anOldServerThatGivesNoStatusHasFinished() {
    server.gets("/history/" + DONE, 200, "{\"" + DONE + "\":{\"outputs\":{},\"status\":null}}");

    assertThat(outputs(DONE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"500,''", "502,<html>", "200,''", "200,[]", "200,{}", "200,'{\"queue_running\":1}'"})
  void aQueueThatCannotBeReadSaysNothing(int status, String body) {
    history(DONE, "history-unknown");
    server.gets("/queue", status, body);

    assertThat(look(DONE)).isInstanceOf(Progress.Unreadable.class);
    server.server().verify(0, getRequestedFor(urlEqualTo("/history/" + DONE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "<html>", "{\"another\":{}}", "{\"" + DONE + "\":1}"})
  void aHistoryThatCannotBeReadSaysNothing(String body) {
    server.gets("/history/" + DONE, 200, body);

    assertThat(look(DONE)).isInstanceOf(Progress.Unreadable.class);
  }

  @Test
  void anErrorOfTheJobsRouteIsNoReasonToThinkThatThePromptIsGone() {
    history(DONE, "history-unknown");
    server.gets("/api/jobs/" + DONE, 500, "{\"error\":\"Job not found\"}");

    assertThat(look(DONE)).isInstanceOf(Progress.Unreadable.class);
  }

  @Test
  void asksForAnyIdAsOnePathSegment() {
    look("../a b?c#d");

    server.server().verify(getRequestedFor(urlEqualTo("/api/jobs/..%2Fa%20b%3Fc%23d")));
  }

  private Progress look(String id) {
    return prompts.poll(server.address(), id, List.of());
  }

  private List<String> outputs(String id, String... wanted) {
    return ((Progress.Succeeded) prompts.poll(server.address(), id, List.of(wanted))).outputs();
  }

  private void history(String id, String recording) {
    server.gets("/history/" + id, 200, Recording.of(recording));
  }

  private String view(String file, String folder) {
    return "%s/view?filename=%s&subfolder=%s&type=output".formatted(server.address(), file, folder);
  }
}
