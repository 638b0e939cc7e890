package dev.dailies.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Recovery.Sighting;
import dev.dailies.provider.Request;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptFinderTest {

  private static final AttemptId ID = new AttemptId("642d561a-c9d0-4a5f-8fbe-91fc62a63eab");
  private static final String JOB = "/api/jobs/" + ID.value();

  private final Played server = new Played();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"job-pending", "job-in-progress", "job-completed", "job-cancelled"})
  void findsAPromptInWhateverStateItIs(String recording) {
    String job = Recording.of(recording);
    server.gets(JOB, 200, job.replaceFirst("\"id\": \"[^\"]*", "\"id\": \"" + ID.value()));

    assertThat(find())
        .isInstanceOfSatisfying(
            Sighting.Found.class, found -> assertThat(found.ticket()).isEqualTo(ID.value()));
  }

  @Test
  void findsAPromptInTheQueueOfAnOlderServer() {
    server.gets("/queue", 200, Recording.of("queue-busy"));

    assertThat(find()).isInstanceOf(Sighting.Found.class);
  }

  @Test
  void aPromptThatAServerWithOurIdsDoesNotKnowIsAbsent() {
    server.gets(JOB, 404, Recording.of("job-unknown"));
    server.gets("/system_stats", 200, Recording.of("system_stats"));

    assertThat(find()).isInstanceOf(Sighting.Absent.class);
  }

  @Test
  void aPromptThatIsInNeitherQueueNorHistoryIsAbsent() {
    server.gets("/queue", 200, Recording.of("queue-empty"));
    server.gets("/history/" + ID.value(), 200, Recording.of("history-unknown"));
    version("0.3.45");

    assertThat(find()).isInstanceOf(Sighting.Absent.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.3.44", "0.2.99", "", "nightly"})
  void anIdThatAnOldServerDoesNotKnowProvesNothing(String version) {
    server.gets(JOB, 404, Recording.of("job-unknown"));
    version(version);

    assertThat(find()).isInstanceOf(Sighting.Untold.class);
  }

  private static final String GRAPH =
      "{\"7\":{\"inputs\":{\"filename_prefix\":\"dailies/cat-1-" + ID.value() + "\"}}}";

  /** An old server: it gives ids of its own. */
  private void isOld(String queue, String history) {
    server.gets("/queue", 200, queue);
    server.gets("/history/" + ID.value(), 200, "{}");
    server.gets("/history?max_items=100", 200, history);
    version("0.3.30");
  }

  @Test
  void findsItsPromptAtAnOldServerByTheNamesOfItsFiles() {
    String idle = "{\"queue_running\":[],\"queue_pending\":[]}";
    isOld("{\"queue_running\":[],\"queue_pending\":[[1,\"theirs\"," + GRAPH + ",{},[]]]}", "{}");
    assertThat(find())
        .isInstanceOfSatisfying(
            Sighting.Found.class, found -> assertThat(found.ticket()).isEqualTo("theirs"));

    isOld(
        idle,
        "{\"other\":{\"prompt\":[0,\"other\",{}]},\"done\":{\"prompt\":[1,\"done\","
            + GRAPH
            + "]}}");
    assertThat(find())
        .isInstanceOfSatisfying(
            Sighting.Found.class, found -> assertThat(found.ticket()).isEqualTo("done"));

    isOld(idle, "{\"other\":{\"prompt\":[0,\"other\",{}]}}");
    assertThat(find()).isInstanceOf(Sighting.Absent.class);
  }

  @Test
  void aLongHistoryOfAnOldServerDoesNotProveThatAPromptIsAbsent() {
    String entries =
        IntStream.range(0, 100)
            .mapToObj(n -> "\"id-%d\":{\"prompt\":[0,\"x\",{}]}".formatted(n))
            .collect(Collectors.joining(",", "{", "}"));
    isOld("{\"queue_running\":[],\"queue_pending\":[]}", entries);

    assertThat(find())
        .isInstanceOfSatisfying(
            Sighting.Untold.class,
            untold ->
                assertThat(untold.reason()).contains("0.3.45", server.address() + "/history"));
  }

  @ParameterizedTest
  @CsvSource({"500,", "401,", "200,{}", "301,"})
  void aLookThatFailsIsUnclear(int status, String body) {
    server.gets(JOB, status, body == null ? "" : body);
    server.gets("/system_stats", 200, Recording.of("system_stats"));

    assertThat(find()).isInstanceOf(Sighting.Unclear.class);
  }

  @Test
  void aServerThatIsGoneIsUnclear() {
    server.close();

    assertThat(find()).isInstanceOf(Sighting.Unclear.class);
  }

  private void version(String version) {
    server.gets("/system_stats", 200, "{\"system\":{\"comfyui_version\":\"" + version + "\"}}");
  }

  private Sighting find() {
    ComfyuiHttp http = Played.http();
    Request request = new Request(server.address(), "/prompt", null, "{}", null);
    return new PromptFinder(http, new Prompts(http), (address, why) -> {}).find(ID, request);
  }
}
