package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for a ComfyUI server, over a real socket. It takes every prompt and has then finished
 * it; before the first that it takes it knows none.
 */
final class StubbedComfyui implements AutoCloseable {

  private static final String PROMPT = "/prompt";
  private static final String JOBS = "/api/jobs/.*";
  private static final String SCENARIO = "server";
  private static final String LOST = "a prompt was lost";
  private static final String TAKEN = "a prompt was taken";

  private static final String ACCEPTED =
      "{\"prompt_id\":\"{{jsonPath request.body '$.prompt_id'}}\",\"number\":0,"
          + "\"node_errors\":{}}";
  private static final String COMPLETED =
      "{\"status\":\"completed\",\"outputs\":{\"7\":{\"images\":[{"
          + "\"filename\":\"{{request.path.[2]}}.mp4\",\"subfolder\":\"dailies\","
          + "\"type\":\"output\"}]}}}";

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().globalTemplating(true));

  private @Nullable StubMapping ill;

  StubbedComfyui() {
    server.start();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
    server.stubFor(get(PROMPT).willReturn(okJson("{\"exec_info\":{\"queue_remaining\":0}}")));
    server.stubFor(
        get("/system_stats").willReturn(okJson("{\"system\":{\"comfyui_version\":\"0.33.0\"}}")));
    server.stubFor(
        get(urlPathEqualTo("/view")).willReturn(aResponse().withBody(StubbedApi.mp4(2_000))));
    // As savers count: of a prompt that is forgotten nothing is there.
    server.stubFor(
        get(urlPathEqualTo("/view"))
            .atPriority(4)
            .withQueryParam("filename", matching(".*_00001.*"))
            .willReturn(aResponse().withStatus(404)));
    server.stubFor(
        post(PROMPT)
            .atPriority(5)
            .inScenario(SCENARIO)
            .willSetStateTo(TAKEN)
            .willReturn(okJson(ACCEPTED)));
    server.stubFor(look(5).willReturn(unknown()));
    server.stubFor(
        look(4).inScenario(SCENARIO).whenScenarioStateIs(TAKEN).willReturn(okJson(COMPLETED)));
  }

  String baseUrl() {
    return server.baseUrl();
  }

  /** Cuts the connection of the first create: the prompt never reached the queue. */
  void losesTheFirstPrompt() {
    cutsPrompt(STARTED, LOST);
  }

  /** Does so, and lets nobody in after that. */
  void losesTheFirstPromptAndLocks() {
    losesTheFirstPrompt();
    answersPrompt(LOST, LOST, aResponse().withStatus(401));
  }

  /** Does the same to the second one. */
  void losesTwoPrompts() {
    cutsPrompt(STARTED, LOST);
    cutsPrompt(LOST, "another was lost");
  }

  /** Cuts the connection of the first create after its prompt was queued. */
  void losesTheFirstAnswer() {
    cutsPrompt(STARTED, TAKEN);
  }

  private void cutsPrompt(String now, String next) {
    answersPrompt(now, next, aResponse().withFault(Fault.EMPTY_RESPONSE));
  }

  private void answersPrompt(String now, String next, ResponseDefinitionBuilder answer) {
    server.stubFor(
        post(PROMPT)
            .atPriority(1)
            .inScenario(SCENARIO)
            .whenScenarioStateIs(now)
            .willSetStateTo(next)
            .willReturn(answer));
  }

  /** Takes the first prompt, and forgets it as by a restart. */
  void forgetsTheFirstPrompt() {
    answersPrompt(STARTED, LOST, okJson(ACCEPTED));
  }

  /** Takes every prompt and forgets it. */
  void forgetsEveryPrompt() {
    forgetsTheFirstPrompt();
    answersPrompt(LOST, LOST, okJson(ACCEPTED));
  }

  /**
   * Knows every node.
   *
   * @param paid whether each is paid for elsewhere
   */
  void knowsAllNodes(boolean paid) {
    knowsAllNodes(paid, "nodes");
  }

  /**
   * The same.
   *
   * @param module where each comes from
   */
  void knowsAllNodes(boolean paid, String module) {
    server.stubFor(
        get(urlPathMatching("/object_info/.*"))
            .atPriority(6)
            .willReturn(
                okJson(
                    "{\"{{request.path.[1]}}\":{\"input\":{},\"api_node\":"
                        + paid
                        + ",\"python_module\":\""
                        + module
                        + "\"}}")));
  }

  /** Is of that version, has never heard of our ids, and has run so many prompts of others. */
  void isOld(String version, int others) {
    server.stubFor(
        get("/system_stats")
            .willReturn(okJson("{\"system\":{\"comfyui_version\":\"" + version + "\"}}")));
    server.stubFor(look(1).willReturn(unknown()));
    server.stubFor(get("/queue").willReturn(okJson("{\"queue_running\":[],\"queue_pending\":[]}")));
    String history =
        IntStream.range(0, others)
            .mapToObj(n -> "\"id-%d\":{\"prompt\":[0,\"x\",{}]}".formatted(n))
            .collect(Collectors.joining(",", "{", "}"));
    server.stubFor(get(urlPathEqualTo("/history")).willReturn(okJson(history)));
  }

  /** Has no such node. */
  void lacksNode(String name) {
    server.stubFor(get("/object_info/" + name).willReturn(okJson("{}")));
  }

  /** Has something against an input of a node of every prompt, for now. */
  void refuses(String node, String input) {
    ill =
        server.stubFor(
            post(PROMPT)
                .atPriority(1)
                .willReturn(
                    aResponse()
                        .withStatus(400)
                        .withBody(
                            ("{\"error\":{\"type\":\"prompt_outputs_failed_validation\"},"
                                    + "\"node_errors\":{\"%s\":{\"errors\":[{"
                                    + "\"type\":\"value_bigger_than_max\","
                                    + "\"message\":\"Value too big\",\"details\":\"%s\","
                                    + "\"extra_info\":{\"input_name\":\"%s\"}}]}}}")
                                .formatted(node, input, input))));
  }

  /** Has finished whatever it is asked for. */
  void knowsEveryPrompt() {
    server.setScenarioState(SCENARIO, TAKEN);
  }

  /** Answers every look with an error, for now. */
  void isIll() {
    ill = server.stubFor(look(1).willReturn(aResponse().withStatus(502)));
  }

  /** Answers looks as usual again. */
  void isWell() {
    server.removeStubMapping(Objects.requireNonNull(ill));
  }

  private static MappingBuilder look(int priority) {
    return get(urlPathMatching(JOBS)).atPriority(priority);
  }

  private static ResponseDefinitionBuilder unknown() {
    return aResponse().withStatus(404).withBody("{\"error\":\"Job not found\"}");
  }

  /** All creates, oldest first. */
  List<LoggedRequest> posts() {
    return sorted(server.findAll(postRequestedFor(urlPathEqualTo(PROMPT))));
  }

  /** How many creates had this text. */
  int posts(String text) {
    return server
        .findAll(
            postRequestedFor(urlPathEqualTo(PROMPT)).withRequestBody(containing('"' + text + '"')))
        .size();
  }

  /** All looks at prompts, oldest first. */
  List<LoggedRequest> looks() {
    return sorted(server.findAll(getRequestedFor(urlPathMatching(JOBS))));
  }

  private static List<LoggedRequest> sorted(List<LoggedRequest> requests) {
    return requests.stream().sorted(Comparator.comparing(LoggedRequest::getLoggedDate)).toList();
  }

  @Override
  public void close() {
    server.stop();
  }
}
