package dev.dailies.provider.runway;

import dev.dailies.provider.Account;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.LinkWish;
import dev.dailies.provider.ModelChoice;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Probe;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Provider;
import dev.dailies.provider.Recovery;
import dev.dailies.provider.Request;
import dev.dailies.provider.Review;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Statement;
import dev.dailies.provider.Submission;
import dev.dailies.provider.TimeRange;
import dev.dailies.provider.http.Reception;
import dev.dailies.provider.http.Tickets;
import dev.dailies.provider.http.Upload;
import dev.dailies.provider.models.Models;
import dev.dailies.provider.models.RouteFormat;
import dev.dailies.provider.models.RouteReview;
import dev.dailies.provider.spi.ProviderContext;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runway's own API. */
final class RunwayProvider implements Provider {

  private static final String PORTAL = "https://dev.runwayml.com";
  private static final String TASKS = "/v1/tasks/";
  private static final String ORGANIZATION = "/v1/organization";

  private final RunwayHttp http;
  private final InputRules inputs;
  private final Uploads uploads;
  private final RouteReview review;
  private final RouteFormat format;
  private final CreateAnswer createAnswer;
  private final TaskAnswer taskAnswer;
  private final Reception reception;

  RunwayProvider(ProviderContext context, Models models, Clock clock) {
    this.http = new RunwayHttp(context);
    this.inputs = new InputRules(context.inputs());
    this.uploads = new Uploads(http, context.http(), clock);
    this.review = new RouteReview(context.name(), RunwayRoutes.ALL, models);
    this.format = new RouteFormat(http.baseUrl(), RunwayRoutes.ALL, models);
    this.createAnswer = new CreateAnswer(context.key(), clock);
    this.taskAnswer = new TaskAnswer(context.key(), clock);
    this.reception = new Reception(context.key(), clock);
  }

  @Override
  public Review review(Shot shot) {
    Review byRoute = review.of(shot);
    return new Review(
        Stream.of(byRoute.problems(), inputs.problems(shot)).flatMap(List::stream).toList(),
        byRoute.price());
  }

  @Override
  public Preparation prepare(Shot shot) {
    // Files may have changed since the review.
    Optional<Problem> problem = inputs.problems(shot).stream().findFirst();
    return problem.isPresent() ? unusable(problem.get()) : withUploads(shot);
  }

  @Override
  public String draft(Shot shot) {
    return review.route(shot.operation()).isPresent()
        ? format.request(shot).draft()
        : shot.toString();
  }

  @Override
  public ModelChoice model(Shot shot) {
    return review.model(shot);
  }

  @Override
  public Optional<TimeRange> usualTime(Shot shot) {
    return review.usualTime(shot);
  }

  private Preparation withUploads(Shot shot) {
    Map<String, String> addresses = new HashMap<>();
    for (FileToSend file : inputs.uploads(shot)) {
      Upload upload = upload(file);
      if (upload instanceof Upload.Failed failed) {
        return failed.why();
      }
      addresses.put(file.cell().text(), ((Upload.Stored) upload).name());
    }
    return format.request(shot, cell -> addresses.getOrDefault(cell, cell));
  }

  private Upload upload(FileToSend file) {
    Optional<String> keyProblem = http.keyProblem();
    if (keyProblem.isPresent()) {
      return new Upload.Failed(halt(keyProblem.get()));
    }
    try {
      return uploads.send(file);
    } catch (UncheckedIOException gone) {
      String reason = file.cell().column() + ": the file cannot be read any more";
      return new Upload.Failed(new Submission.Refused("input", reason, Evidence.NONE));
    }
  }

  private static Submission.Refused unusable(Problem problem) {
    String reason = problem.column() + ": " + problem.message();
    return new Submission.Refused("input", reason, Evidence.NONE);
  }

  @Override
  public Submission submit(Request request, AttemptId id) {
    Optional<String> keyProblem = http.keyProblem();
    return keyProblem.isPresent()
        ? halt(keyProblem.get())
        : createAnswer.read(http.post(request.baseUrl() + request.route(), request.body()));
  }

  private static Submission.Halt halt(String reason) {
    return new Submission.Halt(HaltCause.CREDENTIALS, reason, Evidence.NONE);
  }

  @Override
  public Progress poll(Attempt attempt) {
    Optional<String> keyProblem = http.keyProblem();
    if (keyProblem.isPresent()) {
      return new Progress.Halt(HaltCause.CREDENTIALS, keyProblem.get(), Evidence.NONE);
    }
    String ticket = Tickets.pathSegment(attempt.ticket());
    return taskAnswer.read(http.get(attempt.request().baseUrl() + TASKS + ticket), attempt);
  }

  @Override
  public Pattern ticketForm() {
    return UUID_TICKET;
  }

  @Override
  public boolean stillNames(String baseUrl) {
    return baseUrl.equals(http.baseUrl());
  }

  /** A gateway may keep clips behind its key. */
  @Override
  public Map<String, String> fetchHeaders(Request request) {
    return http.fetchHeaders();
  }

  @Override
  public Recovery recovery() {
    return new Recovery.ByAPerson("in the request history of Runway's developer portal", PORTAL);
  }

  @Override
  public Map<String, Supplier<Account>> accounts() {
    return Map.of(http.baseUrl(), this::account);
  }

  @Override
  public Optional<LinkWish> links() {
    return Optional.of(RunwayLinks.WISH);
  }

  private Account account() {
    Optional<String> keyProblem = http.keyProblem();
    return keyProblem.isPresent()
        ? Account.shut(halt(keyProblem.get()))
        : reception.of(() -> http.get(http.baseUrl() + ORGANIZATION), OrganizationAnswer::read);
  }

  @Override
  public Optional<Statement.Source> charges() {
    return Optional.of(new Usage(http));
  }

  /** The account's own page: Runway documents it as a read. */
  @Override
  public Probe probe(Request request) {
    return http.keyProblem().isPresent()
        ? Probe.UNKNOWN
        : http.get(request.baseUrl() + ORGANIZATION).asProbe();
  }
}
