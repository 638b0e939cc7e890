package dev.dailies.provider.cometapi;

import dev.dailies.provider.Account;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.LinkWish;
import dev.dailies.provider.ModelChoice;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Probe;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Provider;
import dev.dailies.provider.Recovery;
import dev.dailies.provider.Request;
import dev.dailies.provider.Review;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Statement;
import dev.dailies.provider.Submission;
import dev.dailies.provider.TimeRange;
import dev.dailies.provider.cometapi.CometapiSettings.Format;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.Reception;
import dev.dailies.provider.http.Tickets;
import dev.dailies.provider.models.Models;
import dev.dailies.provider.runway.RunwayLinks;
import dev.dailies.provider.spi.ProviderContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Runway's models through CometAPI, in either of its two formats. */
final class CometapiProvider implements Provider {

  private static final String CONSOLE = "https://www.cometapi.com/console";
  private static final String CATALOGUE = "/v1/models";
  private static final JsonMapper JSON = new JsonMapper();

  private final CometapiHttp http;
  private final List<WireFormat> formats;
  private final CreateAnswer createAnswer;
  private final TaskAnswer taskAnswer;
  private final Reception reception;
  private final Quota quota;

  CometapiProvider(ProviderContext context, Models models, Clock clock) {
    this.http = new CometapiHttp(context);
    this.formats = formats(context, models);
    this.createAnswer = new CreateAnswer(http.key(), clock);
    this.taskAnswer = new TaskAnswer(http.key(), clock);
    this.reception = new Reception(http.key(), clock);
    this.quota = new Quota(context.http(), http.baseUrl(), http.key());
  }

  /** The format that the settings prefer comes first. */
  private List<WireFormat> formats(ProviderContext context, Models models) {
    CometapiSettings own = (CometapiSettings) context.own();
    String name = context.name();
    Inputs inputs = context.inputs();
    String baseUrl = http.baseUrl();
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
  public String draft(Shot shot) {
    return format(shot).draft(shot);
  }

  @Override
  public ModelChoice model(Shot shot) {
    return format(shot).model(shot);
  }

  @Override
  public Optional<TimeRange> usualTime(Shot shot) {
    return format(shot).usualTime(shot);
  }

  @Override
  public Submission submit(Request request, AttemptId id) {
    Optional<String> keyProblem = http.keyProblem();
    return keyProblem.isPresent()
        ? new Submission.Halt(HaltCause.CREDENTIALS, keyProblem.get(), Evidence.NONE)
        : createAnswer.read(http.post(request));
  }

  @Override
  public Progress poll(Attempt attempt) {
    Optional<String> keyProblem = http.keyProblem();
    return keyProblem.isPresent()
        ? new Progress.Halt(HaltCause.CREDENTIALS, keyProblem.get(), Evidence.NONE)
        : taskAnswer.read(ask(attempt.request(), attempt.ticket()), attempt);
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
    return new Recovery.ByAPerson("in the task log of CometAPI's console", CONSOLE);
  }

  @Override
  public Map<String, Supplier<Account>> accounts() {
    return Map.of(http.baseUrl(), this::account);
  }

  @Override
  public Optional<LinkWish> links() {
    return Optional.of(RunwayLinks.WISH);
  }

  @Override
  public Optional<Statement.Source> charges() {
    return Optional.of(new DailyQuota(quota, http::keyProblem));
  }

  private Account account() {
    Optional<String> keyProblem = http.keyProblem();
    if (keyProblem.isPresent()) {
      return Account.shut(
          new Submission.Halt(HaltCause.CREDENTIALS, keyProblem.get(), Evidence.NONE));
    }
    Account seen = reception.of(() -> http.get(http.baseUrl() + CATALOGUE));
    return seen.obstacle() == null ? seen.with(new Balance(quota).ask(), List.of()) : seen;
  }

  /**
   * The catalogue, which costs nothing: it says whether the gateway is up, not Runway behind it.
   */
  @Override
  public Probe probe(Request request) {
    return http.keyProblem().isPresent()
        ? Probe.UNKNOWN
        : http.get(request.baseUrl() + CATALOGUE).asProbe();
  }

  /** Asks in the format that the attempt was made in: the feed is a POST, and creates nothing. */
  private Exchange ask(Request request, String ticket) {
    if (CompatFormat.wrote(request)) {
      String body = JSON.writeValueAsString(Map.of("task_id", ticket));
      return http.post(request.baseUrl() + CompatFormat.FEED, body);
    }
    return http.get(request.baseUrl() + OfficialFormat.TASKS + Tickets.pathSegment(ticket));
  }
}
