package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.dailies.delivery.Mp4;
import dev.dailies.simulator.clip.ClipFile;
import dev.dailies.simulator.clip.ClipStudio;
import dev.dailies.simulator.clip.Scene;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;

/**
 * A stand-in for CometAPI in its official format, over a real socket. Unless told otherwise it
 * accepts everything, is done at the first look, and has a clip for every task. A shot's prompt is
 * its id, and so is its ticket, with a number behind it from the second create on: then a stub can
 * be meant for one row.
 */
public final class StubbedApi implements AutoCloseable {

  public static final String CREATE = "/runwayml/v1/image_to_video";
  private static final String TASKS = "/runwayml/v1/tasks/";
  private static final String TEMPLATE = "response-template";

  /** What stands behind the ticket of a later create. */
  private static final String AGAIN = "(_[0-9]+)?";

  final WireMockServer server =
      new WireMockServer(options().dynamicPort().extensions(new Tickets()));

  public StubbedApi() {
    server.start();
    server.stubFor(post(CREATE).atPriority(10).willReturn(accepted()));
    server.stubFor(get(urlMatching(TASKS + ".*")).atPriority(10).willReturn(succeeded("")));
    server.stubFor(get(urlMatching("/clips/.*")).atPriority(10).willReturn(clip(2_000)));
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + server.port();
  }

  /** Accepts everything at another of the format's routes, too. */
  public void alsoCreatesAt(String route) {
    server.stubFor(post(route).atPriority(10).willReturn(accepted()));
  }

  /** How often a route was asked. */
  public int requests(String route) {
    return server.findAll(postRequestedFor(urlPathEqualTo(route))).size();
  }

  /** What was sent to a route with this prompt. */
  String body(String route, String prompt) {
    return server
        .findAll(
            postRequestedFor(urlPathEqualTo(route))
                .withRequestBody(matchingJsonPath("$.promptText", equalTo(prompt))))
        .get(0)
        .getBodyAsString();
  }

  /** Answers every create so. */
  void creates(ResponseDefinitionBuilder answer) {
    server.stubFor(post(CREATE).atPriority(5).willReturn(answer));
  }

  /** Answers the creates of one shot so. */
  void creates(String shot, ResponseDefinitionBuilder answer) {
    server.stubFor(of(shot).atPriority(1).willReturn(answer));
  }

  /** Answers the first create so, whichever it is, and those after it as usual. */
  void firstCreate(ResponseDefinitionBuilder answer) {
    InTurn.stub(server, () -> post(CREATE).atPriority(4), answer, accepted());
  }

  /** Answers all looks so. */
  void looks(ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlMatching(TASKS + ".*")).atPriority(5).willReturn(answer));
  }

  /** Answers the looks at one task so: one after the other, the last one again and again. */
  void looks(String ticket, ResponseDefinitionBuilder... answers) {
    InTurn.stub(server, () -> get(urlPathMatching(TASKS + ticket + AGAIN)).atPriority(1), answers);
  }

  /**
   * Answers the requests for the files of one task so: one after the other, the last again and
   * again.
   */
  void clips(String ticket, ResponseDefinitionBuilder... answers) {
    InTurn.stub(server, () -> get(urlMatching(clips(ticket))).atPriority(1), answers);
  }

  private static String clips(String ticket) {
    return "/clips/" + ticket + AGAIN + "[.~?].*";
  }

  /** The task is taken. */
  static ResponseDefinitionBuilder accepted() {
    return json("").withTransformers(Tickets.NAME);
  }

  /** The task is done. The link's path is the ticket. */
  static ResponseDefinitionBuilder succeeded(String query) {
    return task("SUCCEEDED", ",\"output\":[\"" + link(".mp4" + query) + "\"]");
  }

  /** The task is done and has two files. */
  static ResponseDefinitionBuilder succeededTwice() {
    return task("SUCCEEDED", ",\"output\":[\"" + link(".mp4") + "\",\"" + link("~b.mp4") + "\"]");
  }

  static ResponseDefinitionBuilder running() {
    return task("RUNNING", ",\"progress\":0.5");
  }

  static ResponseDefinitionBuilder task(String status, String more) {
    return json("{\"id\":\"{{request.pathSegments.[3]}}\",\"status\":\""
            + status
            + "\""
            + more
            + "}")
        .withTransformers(TEMPLATE);
  }

  static ResponseDefinitionBuilder notExist() {
    return json("{\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}")
        .withStatus(400);
  }

  static ResponseDefinitionBuilder error(int status, String code) {
    return json("{\"error\":{\"message\":\"no: " + code + "\",\"code\":\"" + code + "\"}}")
        .withStatus(status);
  }

  static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  static ResponseDefinitionBuilder html() {
    return aResponse()
        .withHeader("Content-Type", "text/html")
        .withBody("<html><body>Welcome</body></html>");
  }

  static ResponseDefinitionBuilder clip(int mediaBytes) {
    return aResponse().withHeader("Content-Type", "video/mp4").withBody(mp4(mediaBytes));
  }

  /** A clip that plays, of five seconds; each title makes another one. */
  static ResponseDefinitionBuilder playable(String title) {
    ClipFile clip = new ClipStudio().make(new Scene(320, 180, 5, 0), title, 0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      clip.write(bytes, 0, clip.length());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return clip(0).withBody(bytes.toByteArray());
  }

  /** A clip that is whole. */
  public static byte[] mp4(int mediaBytes) {
    return Mp4.clip(mediaBytes);
  }

  /** All creates so far, oldest first. */
  List<LoggedRequest> posts() {
    return sorted(server.findAll(postRequestedFor(urlPathEqualTo(CREATE))));
  }

  /** How often one shot was sent. */
  int posts(String shot) {
    return server
        .findAll(
            postRequestedFor(urlPathEqualTo(CREATE))
                .withRequestBody(matchingJsonPath("$.promptText", equalTo(shot))))
        .size();
  }

  /** All looks so far, oldest first. */
  List<LoggedRequest> polls() {
    return sorted(server.findAll(getRequestedFor(urlMatching(TASKS + ".*"))));
  }

  int polls(String ticket) {
    return server.findAll(getRequestedFor(urlPathMatching(TASKS + ticket + AGAIN))).size();
  }

  int downloads(String ticket) {
    return server.findAll(getRequestedFor(urlMatching(clips(ticket)))).size();
  }

  /** Every exchange, oldest first. */
  List<ServeEvent> exchanges() {
    return server.getAllServeEvents().stream()
        .sorted(Comparator.comparing(event -> event.getRequest().getLoggedDate()))
        .toList();
  }

  private static List<LoggedRequest> sorted(List<LoggedRequest> requests) {
    return requests.stream().sorted(Comparator.comparing(LoggedRequest::getLoggedDate)).toList();
  }

  private static MappingBuilder of(String shot) {
    return post(CREATE).withRequestBody(matchingJsonPath("$.promptText", equalTo(shot)));
  }

  private static String link(String ending) {
    return "{{request.baseUrl}}/clips/{{request.pathSegments.[3]}}" + ending;
  }

  @Override
  public void close() {
    server.stop();
  }
}
