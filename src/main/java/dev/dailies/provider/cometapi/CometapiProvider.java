package dev.dailies.provider.cometapi;

import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.BaseUrl;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Provider;
import dev.dailies.provider.ProviderContext;
import dev.dailies.provider.ProviderHttp;
import dev.dailies.provider.Recovery;
import dev.dailies.provider.Request;
import dev.dailies.provider.Review;
import dev.dailies.provider.Secret;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import dev.dailies.provider.models.Models;
import dev.dailies.provider.models.RouteFormat;
import dev.dailies.provider.models.RouteReview;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** Runway's models through CometAPI, in the format that CometAPI calls official. */
final class CometapiProvider implements Provider {

  /** Required on every POST and harmless on a GET, by CometAPI's Runway pages. */
  private static final String RUNWAY_VERSION = "2024-11-06";

  private final ProviderHttp http;
  private final Secret key;
  private final Optional<String> keyProblem;
  private final RouteReview review;
  private final RouteFormat format;
  private final CreateAnswer createAnswer;
  private final TaskAnswer taskAnswer;

  CometapiProvider(ProviderContext context, Models models, Clock clock) {
    URI address = context.settings().baseUrl();
    this.http = context.http();
    this.key = context.key();
    this.keyProblem = keyProblem(key, context.name());
    this.review = new RouteReview(context.name(), OfficialFormat.ROUTES, models);
    this.format =
        new RouteFormat(
            BaseUrl.of(address == null ? URI.create(CometapiFactory.BASE_URL) : address),
            OfficialFormat.ROUTES,
            models);
    this.createAnswer = new CreateAnswer(key, clock);
    this.taskAnswer = new TaskAnswer(key, clock);
  }

  @Override
  public Review review(Shot shot) {
    return review.of(shot);
  }

  @Override
  public Request prepare(Shot shot) {
    return format.request(shot);
  }

  @Override
  public Submission submit(Request request, AttemptId id) {
    if (keyProblem.isPresent()) {
      return new Submission.Halt(HaltCause.CREDENTIALS, keyProblem.get(), Evidence.NONE);
    }
    HttpRequest post =
        to(request.baseUrl() + request.route())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(request.body()))
            .build();
    return createAnswer.read(http.send(post));
  }

  @Override
  public Progress check(Attempt attempt) {
    if (keyProblem.isPresent()) {
      return new Progress.Halt(HaltCause.CREDENTIALS, keyProblem.get(), Evidence.NONE);
    }
    String url = attempt.request().baseUrl() + OfficialFormat.TASKS + pathSegment(attempt.ticket());
    return taskAnswer.read(http.send(to(url).GET().build()));
  }

  @Override
  public Recovery recovery() {
    return new Recovery.ByAPerson("in the task log of CometAPI's console");
  }

  private HttpRequest.Builder to(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Authorization", "Bearer " + key.reveal())
        .header("X-Runway-Version", RUNWAY_VERSION)
        .header("Accept", "application/json");
  }

  private static String pathSegment(String ticket) {
    return URLEncoder.encode(ticket, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Looks at the key here, since the HTTP client would print one that it cannot send. */
  private static Optional<String> keyProblem(Secret key, String provider) {
    String fix = "set COMETAPI_KEY, or dailies.providers." + provider + ".api-key-file";
    if (key.isEmpty()) {
      return Optional.of("no API key: " + fix);
    }
    boolean sendable = key.reveal().chars().allMatch(c -> c > ' ' && c < 127);
    return sendable
        ? Optional.empty()
        : Optional.of("the API key holds a blank or a character that no key has: " + fix);
  }
}
