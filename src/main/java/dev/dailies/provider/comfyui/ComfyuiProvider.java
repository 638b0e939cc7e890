package dev.dailies.provider.comfyui;

import dev.dailies.media.MediaType;
import dev.dailies.provider.Account;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Inspection;
import dev.dailies.provider.Leftovers;
import dev.dailies.provider.ModelChoice;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Price;
import dev.dailies.provider.Probe;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Provider;
import dev.dailies.provider.Recovery;
import dev.dailies.provider.Request;
import dev.dailies.provider.Review;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import dev.dailies.provider.Used;
import dev.dailies.provider.comfyui.workflow.Parameter;
import dev.dailies.provider.comfyui.workflow.Recipe;
import dev.dailies.provider.comfyui.workflow.ShotValues;
import dev.dailies.provider.comfyui.workflow.Template;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.Tickets;
import dev.dailies.provider.http.Upload;
import java.math.BigInteger;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * A workflow of the user's own, run on ComfyUI servers. Our attempt's id is the prompt's id, so an
 * attempt in doubt can be looked up.
 */
final class ComfyuiProvider implements Provider {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ROUTE = "/prompt";

  /** The server is the user's own. Nodes that cost money need a key, which is never sent. */
  static final Price PRICE = Price.usd("0");

  /** A request that was cut off may still be in the server's check of it, which reads files. */
  private static final int LOOKS = 3;

  private final Template template;
  private final ComfyuiHttp http;
  private final Servers servers;
  private final ServerCheck check;
  private final Uploads uploads;
  private final ComfyuiReview review;
  private final CreateAnswer createAnswer;
  private final Prompts prompts;
  private final LostPrompts lostPrompts;
  private final Duration betweenLooks;
  private final String recipe;

  ComfyuiProvider(
      Template template,
      ComfyuiHttp http,
      Servers servers,
      Inputs inputs,
      Duration betweenLooks,
      @Nullable OnLost onLost) {
    this.lostPrompts = new LostPrompts(http, onLost);
    this.template = template;
    this.http = http;
    this.servers = servers;
    this.check = new ServerCheck(http, template);
    this.uploads = new Uploads(http, inputs);
    this.recipe = Recipe.of(template);
    this.review = new ComfyuiReview(template, inputs);
    this.createAnswer = new CreateAnswer(http);
    this.prompts = new Prompts(http);
    this.betweenLooks = betweenLooks;
  }

  @Override
  public Review review(Shot shot) {
    return review.of(shot);
  }

  @Override
  public Preparation prepare(Shot shot) {
    Servers.Choice choice = servers.choose(check::of);
    String server = choice.server();
    return server == null ? choice.otherwise() : fill(server, shot);
  }

  private Preparation fill(String server, Shot shot) {
    Map<String, Object> given = ShotValues.of(shot, template);
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Parameter parameter : template.parameters()) {
      Optional<JsonNode> value = parameter.value(given);
      if (value.isPresent() && parameter.type().isFile()) {
        Upload upload = uploads.send(server, value.get().asString(), parameter.type());
        if (upload instanceof Upload.Failed failed) {
          return failed.why();
        }
        value = Optional.of(StringNode.valueOf(((Upload.Stored) upload).name()));
      }
      value.ifPresent(found -> values.put(parameter.name(), found));
    }
    String filled = PromptBody.of(template, shot, values);
    String body = check.isFree(server) ? PromptBody.free(filled) : filled;
    Used used = ShotValues.used(shot, template);
    return new Request(server, ROUTE, template.workflow().file(), body, PRICE, used, recipe);
  }

  @Override
  public ModelChoice model(Shot shot) {
    return new ModelChoice(template.workflow().file(), false);
  }

  @Override
  public String draft(Shot shot) {
    Map<String, Object> given = ShotValues.of(shot, template);
    Map<String, JsonNode> values = new LinkedHashMap<>();
    template
        .parameters()
        .forEach(
            parameter ->
                parameter.value(given).ifPresent(value -> values.put(parameter.name(), value)));
    return PromptBody.of(template, shot, values);
  }

  @Override
  public Submission submit(Request request, AttemptId id) {
    CreateAnswer.Read read =
        createAnswer.read(
            http.post(request.baseUrl() + request.route(), PromptBody.of(request.body(), id)),
            JSON.readTree(request.body()));
    if (!read.unwanted().isEmpty() && !takesOut(request.baseUrl(), read.unwanted())) {
      return new Submission.Unknown(
          "a part of it was queued, and could not be taken out again",
          read.submission().evidence());
    }
    return read.unfit() && read.submission() instanceof Submission.Halt halt
        ? elsewhere(request.baseUrl(), halt)
        : read.submission();
  }

  /** What one server cannot run another may be able to. */
  private Submission elsewhere(String server, Submission.Halt why) {
    return servers.leaveOut(server, why)
        ? new Submission.NotNow(why.reason(), Duration.ZERO, false, why.evidence())
        : why;
  }

  @Override
  public Map<String, Supplier<Inspection>> inspections() {
    Inspector inspector = new Inspector(check);
    Map<String, Supplier<Inspection>> inspections = new LinkedHashMap<>();
    servers.addresses().forEach(server -> inspections.put(server, () -> inspector.inspect(server)));
    return inspections;
  }

  /** Its {@code /system_stats}, which does not touch the queue. */
  @Override
  public Map<String, Supplier<Account>> accounts() {
    Map<String, Supplier<Account>> accounts = new LinkedHashMap<>();
    servers
        .addresses()
        .forEach(server -> accounts.put(server, () -> http.receive(server + "/system_stats")));
    return accounts;
  }

  @Override
  public List<String> remarks() {
    return servers.remarks();
  }

  /**
   * Takes a prompt out of the queue, or stops it (from 0.26 on): one that cannot run as a whole
   * should not run in part. False if the server has not said yes: then the part may run.
   */
  private boolean takesOut(String server, String id) {
    Map<String, Object> body = Map.of("delete", new String[] {id});
    boolean deleted = isDone(http.post(server + "/queue", JSON.writeValueAsString(body)));
    String cancel = server + "/api/jobs/" + Tickets.pathSegment(id) + "/cancel";
    return isDone(http.post(cancel, "{}")) || deleted;
  }

  private static boolean isDone(Exchange exchange) {
    return exchange.fold(answer -> answer.status() / 100 == 2, broken -> false);
  }

  /** A mapping that has been mended since says better where the result is. */
  @Override
  public Progress poll(Attempt attempt) {
    List<String> then = PromptBody.outputs(attempt.request().body());
    Progress seen = poll(attempt, then);
    boolean nothing = seen instanceof Progress.Succeeded done && done.outputs().isEmpty();
    return nothing && !template.outputs().equals(then) ? poll(attempt, template.outputs()) : seen;
  }

  private Progress poll(Attempt attempt, List<String> outputs) {
    return prompts.poll(attempt.request().baseUrl(), attempt.ticket(), outputs);
  }

  @Override
  public Pattern ticketForm() {
    return UUID_TICKET;
  }

  @Override
  public boolean stillNames(String baseUrl) {
    return servers.contains(baseUrl);
  }

  @Override
  public String recipe() {
    return recipe;
  }

  @Override
  public boolean hasFiles() {
    return true;
  }

  @Override
  public List<String> assumptions() {
    return template.assumptions();
  }

  @Override
  public Leftovers leftovers(Attempt attempt) {
    return lostPrompts.leftovers(attempt);
  }

  @Override
  public boolean sendsLostAgain() {
    return lostPrompts.mayBeSentAgain();
  }

  @Override
  public Recovery recovery() {
    return new Recovery.LookUp(
        new PromptFinder(http, prompts, servers::cannotTell),
        LOOKS,
        betweenLooks,
        servers.addresses().stream()
            .map(server -> server + "/history")
            .collect(
                Collectors.joining(
                    ", ", "in ", " for files whose names begin dailies/ID-TAKE, as in cat-1")));
  }

  @Override
  public Map<String, String> fetchHeaders(Request request) {
    return http.headers(request.baseUrl());
  }

  /** ComfyUI's own nodes take 64 bits. */
  @Override
  public BigInteger largestSeed() {
    return BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
  }

  /** The workflow is the user's: it may make anything. */
  @Override
  public Set<MediaType> results(Operation operation) {
    return EnumSet.allOf(MediaType.class);
  }

  /** A harmless call about the machine. Unlike {@code /prompt} it does not touch the queue. */
  @Override
  public Probe probe(Request request) {
    return http.get(request.baseUrl() + "/system_stats").asProbe();
  }
}
