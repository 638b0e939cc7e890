package dev.dailies.provider.cometapi;

import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Probe;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Provider;
import dev.dailies.provider.Recovery;
import dev.dailies.provider.Request;
import dev.dailies.provider.Review;
import dev.dailies.provider.Secret;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import dev.dailies.provider.cometapi.CometapiSettings.Format;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.http.Tickets;
import dev.dailies.provider.models.Models;
import dev.dailies.provider.spi.BaseUrl;
import dev.dailies.provider.spi.ProviderContext;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Runway's models through CometAPI, in the one or the other of its formats. */
final class CometapiProvider implements Provider {

  /** Required on every POST of the official format and optional elsewhere, by CometAPI's pages. */
  private static final String RUNWAY_VERSION = "2024-11-06";

  private static final String CATALOGUE = "/v1/models";
  private static final JsonMapper JSON = new JsonMapper();

  private final ProviderHttp http;
  private final Secret key;
  private final Optional<String> keyProblem;
  private final String baseUrl;
  private final List<WireFormat> formats;
  private final CreateAnswer createAnswer;
  private final TaskAnswer taskAnswer;

  CometapiProvider(ProviderContext context, Models models, Clock clock) {
    this.http = context.http();
    this.key = context.key();
    this.keyProblem = keyProblem(key, context.name());
    this.baseUrl = baseUrl(context.settings().baseUrl());
    this.formats = formats(context, models);
    this.createAnswer = new CreateAnswer(key, clock);
    this.taskAnswer = new TaskAnswer(key, clock);
  }

  private static String baseUrl(@Nullable URI address) {
    return BaseUrl.of(address == null ? URI.create(CometapiFactory.BASE_URL) : address);
  }

  /** The one that the settings prefer comes first. */
  private List<WireFormat> formats(ProviderContext context, Models models) {
    CometapiSettings own = (CometapiSettings) context.own();
    String name = context.name();
    Inputs inputs = context.inputs();
    WireFormat official = new OfficialFormat(name, baseUrl, models, inputs);
    WireFormat compat = new CompatFormat(name, baseUrl, models, inputs, own.callbackUrl());
    return own.format() == Format.COMPAT ? List.of(compat, official) : List.of(official, compat);
  }

  private WireFormat format(Shot shot) {
    return formats.stream()
        .filter(format -> format.offers(shot.operation()))
        .findFirst()
        .orElse(formats.get(0));
  }

  @Override
  public Review review(Shot shot) {
    return format(shot).review(shot);
  }

  @Override
  public Preparation prepare(Shot shot) {
    return format(shot).prepare(shot);
  }

  @Override
  public Submission submit(Request request, AttemptId id) {
    if (keyProblem.isPresent()) {
      return new Submission.Halt(HaltCause.CREDENTIALS, keyProblem.get(), Evidence.NONE);
    }
    return createAnswer.read(http.send(post(request, request.route(), request.body())));
  }

  @Override
  public Progress poll(Attempt attempt) {
    if (keyProblem.isPresent()) {
      return new Progress.Halt(HaltCause.CREDENTIALS, keyProblem.get(), Evidence.NONE);
    }
    return taskAnswer.read(http.send(poll(attempt.request(), attempt.ticket())));
  }

  @Override
  public boolean stillNames(String baseUrl) {
    return baseUrl.equals(this.baseUrl);
  }

  @Override
  public Recovery recovery() {
    return new Recovery.ByAPerson("in the task log of CometAPI's console");
  }

  /**
   * The catalogue, which costs nothing: it says whether the gateway is up, not Runway behind it.
   */
  @Override
  public Probe probe(Request request) {
    return keyProblem.isPresent()
        ? Probe.UNKNOWN
        : http.send(to(request.baseUrl() + CATALOGUE).GET().build()).asProbe();
  }

  /** Asks by the format that the attempt was made in: the feed is a POST, and creates nothing. */
  private HttpRequest poll(Request request, String ticket) {
    if (CompatFormat.wrote(request)) {
      String body = JSON.writeValueAsString(Map.of("task_id", ticket));
      return post(request, CompatFormat.FEED, body);
    }
    String url = request.baseUrl() + OfficialFormat.TASKS + Tickets.pathSegment(ticket);
    return to(url).GET().build();
  }

  private HttpRequest post(Request request, String route, String body) {
    return to(request.baseUrl() + route)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest.Builder to(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Authorization", "Bearer " + key.reveal())
        .header("X-Runway-Version", RUNWAY_VERSION)
        .header("Accept", "application/json");
  }

  /** Looks at the key here, since the HTTP client would print one that it cannot send. */
  private static Optional<String> keyProblem(Secret key, String provider) {
    String fix = ": set COMETAPI_KEY, or dailies.providers.%s.api-key-file".formatted(provider);
    return key.problem().map(problem -> problem + fix);
  }
}
