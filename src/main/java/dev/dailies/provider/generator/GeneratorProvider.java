package dev.dailies.provider.generator;

import dev.dailies.media.MediaType;
import dev.dailies.provider.Account;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Input;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.ModelChoice;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Provider;
import dev.dailies.provider.Recovery;
import dev.dailies.provider.Request;
import dev.dailies.provider.Review;
import dev.dailies.provider.Secret;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import dev.dailies.provider.comfyui.ComfyuiHttp;
import dev.dailies.provider.comfyui.Prompts;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.Multipart;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.http.Reception;
import dev.dailies.provider.http.StandIn;
import dev.dailies.provider.http.Upload;
import dev.dailies.provider.spi.BaseUrl;
import dev.dailies.provider.spi.ProviderContext;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The "AI video generator". It has no keys, and no ids of its own: what it passes on to ComfyUI is
 * polled there.
 */
final class GeneratorProvider implements Provider {

  private static final String ROUTE = "/api/generate";

  private final ProviderHttp http;
  private final Inputs inputs;
  private final String baseUrl;
  private final @Nullable String server;
  private final @Nullable String pipeline;
  private final GeneratorReview review;
  private final Uploads uploads;
  private final CreateAnswer createAnswer;
  private final ComfyuiHttp comfyui;
  private final Reception reception;
  private final Prompts prompts;

  GeneratorProvider(ProviderContext context, URI address, Clock clock) {
    GeneratorSettings own = (GeneratorSettings) context.own();
    this.http = context.http();
    this.inputs = context.inputs();
    this.baseUrl = BaseUrl.of(address);
    this.server = own.server();
    this.pipeline = own.comfyPipeline();
    this.review = new GeneratorReview(inputs);
    this.uploads = new Uploads(http, baseUrl, clock);
    this.createAnswer = new CreateAnswer(own.acceptDemo(), clock);
    this.comfyui = new ComfyuiHttp(http, Secret.of(""), Map.of(), List.of(), clock);
    this.prompts = new Prompts(comfyui);
    this.reception = new Reception(Secret.of(""), clock);
  }

  @Override
  public Review review(Shot shot) {
    return review.of(shot);
  }

  @Override
  public Preparation prepare(Shot shot) {
    String image = Objects.requireNonNull(shot.image(), "a reviewed shot has an image");
    Input input = inputs.of(image);
    if (input instanceof Input.Unusable unusable) {
      return new Submission.Refused(
          "input", unusable.problem() + "; " + unusable.fix(), Evidence.NONE);
    }
    if (input instanceof Input.Link link) {
      return request(shot, link.url());
    }
    Upload upload =
        input instanceof Input.LocalFile file
            ? uploads.send(file)
            : uploads.send((Input.Inline) input);
    return upload instanceof Upload.Stored stored
        ? request(shot, stored.name())
        : ((Upload.Failed) upload).why();
  }

  @Override
  public String draft(Shot shot) {
    return request(shot, Objects.requireNonNullElse(shot.image(), "")).draft();
  }

  @Override
  public ModelChoice model(Shot shot) {
    return new ModelChoice(pipeline, false);
  }

  private Request request(Shot shot, String imageUrl) {
    String fields = GenerateForm.of(imageUrl, shot.prompt(), server, pipeline);
    return new Request(baseUrl, ROUTE, pipeline, fields, null);
  }

  @Override
  public Submission submit(Request request, AttemptId id) {
    Multipart form = GenerateForm.form(request.body());
    HttpRequest post =
        HttpRequest.newBuilder(StandIn.of(request.baseUrl() + request.route()))
            .header("Content-Type", form.contentType())
            .header("Accept", "application/json")
            .POST(form.body())
            .build();
    return createAnswer.read(http.send(post), GenerateForm.server(request.body()));
  }

  @Override
  public Progress poll(Attempt attempt) {
    String sentTo = GenerateForm.server(attempt.request().body());
    return sentTo.isEmpty()
        ? new Progress.Unreadable(
            "nobody here knows the ComfyUI server of this task", null, Evidence.NONE)
        : prompts.poll(sentTo, attempt.ticket(), List.of());
  }

  @Override
  public List<String> homes(Request request) {
    return Stream.of(request.baseUrl(), GenerateForm.server(request.body()))
        .filter(address -> !address.isEmpty())
        .toList();
  }

  /** Its page, since no harmless route says more, and the ComfyUI behind it: both are needed. */
  @Override
  public Map<String, Supplier<Account>> accounts() {
    return Map.of(baseUrl, this::account);
  }

  private Account account() {
    Account page = reception.ofPage(this::page);
    return page.obstacle() == null && server != null
        ? comfyui.receive(server + "/system_stats")
        : page;
  }

  private Exchange page() {
    return http.send(HttpRequest.newBuilder(StandIn.of(baseUrl + "/")).GET().build());
  }

  @Override
  public boolean stillNames(String baseUrl) {
    return baseUrl.equals(this.baseUrl);
  }

  @Override
  public Recovery recovery() {
    return new Recovery.ByAPerson(
        "at the generator's own page, and in its ComfyUI's queue", baseUrl);
  }

  /** The workflow is the user's: it may make anything. */
  @Override
  public Set<MediaType> results(Operation operation) {
    return EnumSet.allOf(MediaType.class);
  }
}
