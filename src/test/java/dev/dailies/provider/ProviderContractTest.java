package dev.dailies.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.dailies.provider.http.ApiClient;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.http.network.Network;
import dev.dailies.provider.spi.ProviderContext;
import dev.dailies.provider.spi.ProviderFactory;
import dev.dailies.provider.spi.ProviderSettings;
import java.io.IOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * What every provider must do, whatever its protocol. An adapter's test extends it and gives the
 * routes and recorded answers; the faults of a network are the same for all.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class ProviderContractTest {

  /** Has a slash, so that JSON can write it in two ways. */
  protected static final String KEY = "sk-contract/0123456789";

  private static final ApiClient CLIENT = new ApiClient(Network.ofTheJvm());
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  /** Where the files of the shot are, if it has any. */
  @TempDir protected static Path folder;

  private final Map<List<Object>, Object> bound = new HashMap<>();

  /** The provider's server, which has forgotten everything before every test. */
  protected final WireMockServer server = new WireMockServer(options().dynamicPort());

  /** An answer and what must become of it. */
  public record Recorded<T>(
      String name, ResponseDefinitionBuilder answer, Class<? extends T> outcome) {
    @Override
    public String toString() {
      return name + " is " + outcome.getSimpleName();
    }
  }

  /** Makes the provider under test. */
  protected abstract ProviderFactory factory();

  /** Settings below {@code dailies.providers.<name>}, apart from the address and the key. */
  protected Map<String, String> settings() {
    return Map.of();
  }

  /** A shot that the provider accepts. */
  protected abstract Shot shot();

  /** The columns of {@link #shot()} that stand in its request. */
  protected Set<String> sentColumns() {
    return Set.of("prompt", "image", "duration", "ratio", "seed", "options");
  }

  /** Another image than the shot's. */
  protected String otherImage() {
    return "https://images.example/other.png";
  }

  /** Matches the request that {@link #shot()} becomes. */
  protected abstract MappingBuilder submitRoute();

  /** Matches a look at the task {@link #ticket()}. */
  protected abstract MappingBuilder pollRoute();

  /** The id of the recorded task. */
  protected abstract String ticket();

  /** Recorded answers to a submission; at least an acceptance, which comes first. */
  protected abstract List<Recorded<Submission>> submissions();

  /** Recorded answers to a look; at least one per state of a task. */
  protected abstract List<Recorded<Progress>> looks();

  /** The answer to a look at a task that ended with these outputs. */
  protected abstract ResponseDefinitionBuilder succeeded(List<String> outputs);

  /** False for a provider that has no harmless call. */
  protected boolean canProbe() {
    return true;
  }

  /** False for a provider that sends no key. */
  protected boolean needsKey() {
    return true;
  }

  /** False for a provider that is sent no key at all, and so has none to repeat. */
  protected boolean isSentKey() {
    return true;
  }

  /** False for a provider that names files, whose addresses the adapter makes. */
  protected boolean givesAddresses() {
    return true;
  }

  /** Answers to a submission that leave open what came of it. */
  protected List<Recorded<Submission>> lostSubmissions() {
    return Stream.concat(spoilt(), redirects())
        .map(s -> new Recorded<Submission>(s.name(), s.answer(), UNKNOWN))
        .toList();
  }

  /** Answers to a look that say nothing about the task. */
  protected List<Recorded<Progress>> lostLooks() {
    return spoilt().map(s -> new Recorded<Progress>(s.name(), s.answer(), UNREADABLE)).toList();
  }

  private static final Class<Submission.Unknown> UNKNOWN = Submission.Unknown.class;
  private static final Class<Progress.Unreadable> UNREADABLE = Progress.Unreadable.class;

  private record Spoilt(String name, ResponseDefinitionBuilder answer) {}

  private static Stream<Spoilt> redirects() {
    return Stream.of(
        new Spoilt("moved", aResponse().withStatus(301).withHeader("Location", "/elsewhere")),
        new Spoilt("redirect", aResponse().withStatus(307).withHeader("Location", "/elsewhere")));
  }

  private static Stream<Spoilt> spoilt() {
    return Stream.of(
        new Spoilt("reset", fault(Fault.CONNECTION_RESET_BY_PEER)),
        new Spoilt("closed without an answer", fault(Fault.EMPTY_RESPONSE)),
        new Spoilt("malformed chunk", fault(Fault.MALFORMED_RESPONSE_CHUNK)),
        new Spoilt("random bytes", fault(Fault.RANDOM_DATA_THEN_CLOSE)),
        new Spoilt("empty 200", aResponse().withStatus(200)),
        new Spoilt("204", aResponse().withStatus(204)),
        new Spoilt("HTML with 200", html(200)),
        new Spoilt("cut JSON", json(200, "{\"id\":\"1\",\"status\":\"SUCC")),
        new Spoilt("JSON null", json(200, "null")),
        new Spoilt("JSON array", json(200, "[]")),
        new Spoilt("JSON text", json(200, "\"id\"")),
        new Spoilt("empty object", json(200, "{}")),
        new Spoilt("wrong types", json(200, "{\"id\":{},\"data\":[1],\"error\":[],\"code\":{}}")),
        new Spoilt("deep JSON", json(200, "{\"id\":".repeat(200_000))),
        new Spoilt("body over the cap", json(200, "{\"id\":\"" + "x".repeat(9_000_000) + "\"}")),
        new Spoilt("500", json(500, "{}")),
        new Spoilt("502", html(502)),
        new Spoilt("503", html(503)),
        new Spoilt("504", html(504)),
        new Spoilt("529", json(529, "{}")));
  }

  /** Has the server answer what {@link Provider#prepare} asks. */
  protected void stubPreparation() {}

  @BeforeAll
  void startServer() {
    server.start();
  }

  @BeforeEach
  void forgetEverything() {
    server.resetAll();
    stubPreparation();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(json(501, "{\"error\":\"no stub\"}")));
  }

  @AfterAll
  void stopServer() {
    server.stop();
  }

  @Test
  void isMadeWithoutTouchingTheNetwork() {
    provider();

    server.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void findsNoErrorInAGoodShot() {
    assertThat(provider().review(shot()).problems()).noneMatch(Problem::isError);
  }

  @Test
  void preparesTheSameRequestEveryTime() {
    Request request = request(provider());

    assertThat(request(provider())).isEqualTo(request);
    assertThat(request.baseUrl()).isEqualTo(server.baseUrl());
    assertThat(request.toString()).doesNotContain(KEY);
  }

  /** A draft decides whether an edit is one: a false "no" keeps an old clip, a false "yes" pays. */
  @Test
  void draftsDifferAsRequestsDo() {
    Provider provider = provider();
    String draft = provider.draft(shot());
    String body = request(provider).draft();
    Set<String> inDrafts = new TreeSet<>();
    Set<String> inRequests = new TreeSet<>();
    edits()
        .forEach(
            (column, edit) -> {
              Shot edited = edit.get();
              assertThat(provider.draft(edited)).isEqualTo(provider.draft(edited));
              if (!provider.draft(edited).equals(draft)) {
                inDrafts.add(column);
              }
              if (!((Request) provider.prepare(edited)).draft().equals(body)) {
                inRequests.add(column);
              }
            });

    assertThat(inRequests).isEqualTo(sentColumns());
    assertThat(inDrafts).isEqualTo(inRequests);
    assertThat(provider().draft(shot())).isEqualTo(draft);
  }

  /** The image last: to prepare another one may need another answer of the server. */
  private Map<String, Supplier<Shot>> edits() {
    Shot s = shot();
    Map<String, Object> options = new LinkedHashMap<>(s.options());
    options.put("fps", 25L);
    int other = Integer.valueOf(10).equals(s.duration()) ? 5 : 10;
    Map<String, Supplier<Shot>> edits = new LinkedHashMap<>();
    edits.put("prompt", () -> edited(s, "another prompt", s.duration(), s.ratio(), s.seed()));
    edits.put("duration", () -> edited(s, s.prompt(), other, s.ratio(), s.seed()));
    edits.put("ratio", () -> edited(s, s.prompt(), s.duration(), "960:960", s.seed()));
    edits.put("seed", () -> edited(s, s.prompt(), s.duration(), s.ratio(), BigInteger.valueOf(8)));
    edits.put("options", () -> s.withOptions(options));
    edits.put("image", () -> s.withInputs(otherImage(), s.video(), s.references()));
    return edits;
  }

  private static Shot edited(
      Shot s,
      String prompt,
      @Nullable Integer duration,
      @Nullable String ratio,
      @Nullable BigInteger seed) {
    return new Shot(
        s.id(),
        s.take(),
        s.operation(),
        prompt,
        s.image(),
        s.video(),
        s.references(),
        s.model(),
        duration,
        ratio,
        seed,
        s.watermark(),
        s.style(),
        s.options());
  }

  @ParameterizedTest
  @MethodSource("submissions")
  void classifiesASubmission(Recorded<Submission> recorded) {
    assertThat(submitted(recorded.answer())).isInstanceOf(recorded.outcome());
    sentOnce();
  }

  @Test
  void keepsTheTicketOfAnAcceptedTask() {
    assertThat(submitted(submissions().get(0).answer()))
        .isInstanceOfSatisfying(
            Submission.Accepted.class, task -> assertThat(task.ticket()).isEqualTo(ticket()));
  }

  @ParameterizedTest
  @MethodSource("lostSubmissions")
  void neverRepeatsASubmissionWhoseAnswerIsLost(Recorded<Submission> recorded) {
    assertThat(submitted(recorded.answer())).isInstanceOf(recorded.outcome());
    sentOnce();
    server.verify(0, anyRequestedFor(urlPathEqualTo("/elsewhere")));
  }

  @Test
  void leavesOpenWhatALateAnswerWouldHaveSaid() {
    ResponseDefinitionBuilder late = json(200, "{}").withFixedDelay(3_000);

    assertThat(submitted(provider(SHORT), late)).isInstanceOf(Submission.Unknown.class);
    sentOnce();
  }

  @Test
  void waitsAsLongAsARateLimitSays() {
    ResponseDefinitionBuilder limited = json(429, "{}").withHeader("Retry-After", "7");

    assertThat(submitted(limited))
        .isInstanceOfSatisfying(
            Submission.NotNow.class,
            not -> {
              assertThat(not.retryAfter()).isEqualTo(Duration.ofSeconds(7));
              assertThat(not.unreachable()).isFalse();
            });
    sentOnce();
  }

  @Test
  void takesARateLimitWithoutADelay() {
    assertThat(submitted(json(429, "")))
        .isInstanceOfSatisfying(
            Submission.NotNow.class, not -> assertThat(not.retryAfter()).isNull());
    sentOnce();
  }

  @Test
  void triesLaterWhenNobodyListens() throws IOException {
    Request request = at("http://127.0.0.1:" + closedPort());

    assertThat(provider().submit(request, AttemptId.random()))
        .isInstanceOfSatisfying(
            Submission.NotNow.class, not -> assertThat(not.unreachable()).isTrue());
    assertThat(provider().poll(new Attempt(AttemptId.random(), request, ticket())))
        .isInstanceOf(Progress.Unreadable.class);
  }

  @Test
  void takesAHostWithAnUnderscore() {
    Request request = at("http://no_such_host.invalid:8188");

    assertThat(provider().submit(request, AttemptId.random()))
        .isInstanceOfSatisfying(
            Submission.NotNow.class, not -> assertThat(not.reason()).contains("unknown host"));
  }

  @Test
  void stopsAtACertificateThatNobodyVouchesFor() {
    WireMockServer untrusted = new WireMockServer(options().dynamicPort().dynamicHttpsPort());
    untrusted.start();
    try {
      Request request = at("https://localhost:" + untrusted.httpsPort());
      assertThat(provider().submit(request, AttemptId.random()))
          .isInstanceOf(Submission.Halt.class);
      assertThat(provider().poll(new Attempt(AttemptId.random(), request, ticket())))
          .isInstanceOf(Progress.Halt.class);
      untrusted.verify(0, anyRequestedFor(anyUrl()));
    } finally {
      untrusted.stop();
    }
  }

  @Test
  void stopsWithoutAKeyBeforeItSendsAnything() {
    if (!needsKey()) {
      return;
    }
    Provider keyless = provider(server.baseUrl(), "", PATIENCE);
    Request request = request(provider());
    server.resetRequests();

    assertThat(keyless.submit(request, AttemptId.random()))
        .isInstanceOfSatisfying(
            Submission.Halt.class,
            halt -> assertThat(halt.cause()).isEqualTo(HaltCause.CREDENTIALS));
    assertThat(keyless.poll(new Attempt(AttemptId.random(), request, ticket())))
        .isInstanceOf(Progress.Halt.class);
    server.verify(0, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void classifiesALook(Recorded<Progress> recorded) {
    assertThat(looked(recorded.answer())).isInstanceOf(recorded.outcome());
  }

  @ParameterizedTest
  @MethodSource("lostLooks")
  void aLookThatFailsSaysNothingAboutTheTask(Recorded<Progress> recorded) {
    assertThat(looked(recorded.answer())).isInstanceOf(recorded.outcome());
    server.verify(0, anyRequestedFor(urlPathEqualTo("/elsewhere")));
  }

  @Test
  void aLateLookSaysNothingAboutTheTask() {
    server.stubFor(pollRoute().willReturn(json(200, "{}").withFixedDelay(3_000)));

    assertThat(provider(SHORT).poll(attempt())).isInstanceOf(Progress.Unreadable.class);
  }

  @Test
  void looksAgainAsLateAsARateLimitSays() {
    assertThat(looked(json(429, "{}").withHeader("Retry-After", "7")))
        .isInstanceOfSatisfying(
            Progress.Unreadable.class,
            look -> assertThat(look.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
  }

  @Test
  void stopsLookingWhenTheKeyIsRefused() {
    if (needsKey()) {
      assertThat(looked(json(401, "{}"))).isInstanceOf(Progress.Halt.class);
      assertThat(looked(json(403, "{}"))).isInstanceOf(Progress.Halt.class);
    }
  }

  @Test
  void stopsLookingWhereItIsSentElsewhere() {
    redirects()
        .forEach(
            redirect -> assertThat(looked(redirect.answer())).isInstanceOf(Progress.Halt.class));
    server.verify(0, anyRequestedFor(urlPathEqualTo("/elsewhere")));
  }

  @Test
  void looksAtTheAttemptsOwnAddress() throws IOException {
    server.stubFor(pollRoute().willReturn(looks().get(0).answer()));
    Provider moved = provider("http://127.0.0.1:" + closedPort(), KEY, PATIENCE);

    assertThat(moved.poll(attempt())).isInstanceOf(looks().get(0).outcome());
  }

  @Test
  void keepsOnlyDistinctWebAddressesOfOutputs() {
    if (!givesAddresses()) {
      return;
    }
    ResponseDefinitionBuilder odd =
        succeeded(
            List.of(
                "https://a.example/1.mp4",
                "file:///etc/passwd",
                "data:video/mp4;base64,AAAA",
                "https://a.example/1.mp4",
                "http://a.example/2.mp4",
                "javascript:alert(1)",
                ""));

    assertThat(looked(odd))
        .isInstanceOfSatisfying(
            Progress.Succeeded.class,
            done ->
                assertThat(done.outputs())
                    .containsExactly("https://a.example/1.mp4", "http://a.example/2.mp4"));
  }

  @Test
  void keepsAtMost50Outputs() {
    List<String> many =
        Stream.iterate(1, n -> n + 1).limit(200).map(n -> "https://a.example/" + n).toList();

    assertThat(looked(succeeded(many)))
        .isInstanceOfSatisfying(
            Progress.Succeeded.class, done -> assertThat(done.outputs()).hasSize(50));
  }

  @ParameterizedTest
  @MethodSource("echoes")
  void repeatsNoKeyThatAnAnswerEchoes(ResponseDefinitionBuilder echo) {
    if (!isSentKey()) {
      return;
    }
    assertThat(submitted(echo).toString()).doesNotContain(KEY);
    assertThat(looked(echo).toString()).doesNotContain(KEY);
  }

  @Test
  void probesWithOneHarmlessCallAtTheRequestsOwnAddress() {
    Provider provider = provider();
    Request request = request(provider);
    server.resetAll();
    server.stubFor(any(anyUrl()).willReturn(json(503, "{}")));
    Probe ill = provider.probe(request);
    server.stubFor(any(anyUrl()).willReturn(json(200, "{}")));
    Probe well = provider.probe(request);
    server.stubFor(any(anyUrl()).willReturn(json(429, "{}")));
    Probe busy = provider.probe(request);

    assertThat(List.of(ill, well, busy))
        .isEqualTo(
            canProbe()
                ? List.of(Probe.UNREACHABLE, Probe.REACHABLE, Probe.REACHABLE)
                : List.of(Probe.UNKNOWN, Probe.UNKNOWN, Probe.UNKNOWN));
    server.verify(canProbe() ? 3 : 0, getRequestedFor(anyUrl()));
    server.verify(canProbe() ? 3 : 0, anyRequestedFor(anyUrl()));
  }

  /** Before a night, and so by whoever may not spend anything yet. */
  @Test
  void tellsOfTheAccountByReadsAloneAndKeepsTheKeyToItself() {
    Provider provider = provider();
    server.resetAll();
    server.stubFor(any(anyUrl()).willReturn(json(401, "{\"error\":\"bad %s\"}".formatted(KEY))));
    List<Account> refused = provider.accounts().values().stream().map(Supplier::get).toList();
    server.stubFor(any(anyUrl()).willReturn(json(200, "{\"data\":[]}")));
    List<Account> taken = provider.accounts().values().stream().map(Supplier::get).toList();

    if (isSentKey()) {
      assertThat(refused.toString()).doesNotContain(KEY);
    }
    assertThat(taken).allSatisfy(account -> assertThat(account.obstacle()).isNull());
    server.verify(server.findAll(anyRequestedFor(anyUrl())).size(), getRequestedFor(anyUrl()));
  }

  Stream<ResponseDefinitionBuilder> echoes() {
    return Stream.of(200, 400, 401, 402, 403, 404, 422, 429, 500, 503)
        .flatMap(
            status ->
                Stream.of(KEY, KEY.replace("/", "\\/"))
                    .flatMap(
                        key ->
                            Stream.of(
                                json(status, "{\"error\":{\"message\":\"bad %s\"}}".formatted(key)),
                                json(
                                    status,
                                    "{\"id\":\"%s\",\"status\":\"%s\"}".formatted(key, key)),
                                json(status, "{\"code\":\"%s\",\"message\":\"no\"}".formatted(key)),
                                json(status, "<p>" + key + "</p>")
                                    .withHeader("X-Request-Id", KEY))));
  }

  @Test
  void knowsWhetherItsSettingsStillNameAnAddress() {
    Provider provider = provider();

    assertThat(provider.stillNames(request(provider).baseUrl())).isTrue();
    assertThat(provider.stillNames("https://elsewhere.example")).isFalse();
  }

  /** What the good shot becomes. */
  protected Request request(Provider provider) {
    return (Request) provider.prepare(shot());
  }

  /** The provider under test, at {@link #server}. */
  protected Provider provider() {
    return provider(PATIENCE);
  }

  private Provider provider(Duration timeout) {
    return provider(server.baseUrl(), KEY, timeout);
  }

  /** The provider under test with another address, key or deadline. */
  protected Provider provider(String baseUrl, String key, Duration timeout) {
    Map<String, String> settings = new HashMap<>(settings());
    settings.put("base-url", baseUrl);
    settings.put("api-key", key);
    ProviderHttp http = new ProviderHttp(CLIENT, timeout, Secret.of(key));
    return factory()
        .create(
            new ProviderContext(
                "under-test",
                bind(settings, ProviderSettings.class),
                Secret.of(key),
                bind(settings, factory().ownSettings()),
                null,
                (setting, value) -> folder.resolve(value),
                new Inputs(folder),
                http));
  }

  /** Bound once: most tests make the same provider more than once. */
  private <T> T bind(Map<String, String> settings, Class<T> type) {
    return type.cast(
        bound.computeIfAbsent(
            List.of(settings, type),
            key ->
                new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("", type)));
  }

  /** What the good shot becomes, frozen at another address. */
  protected Request at(String baseUrl) {
    Request request = request(provider());
    return new Request(baseUrl, request.route(), request.model(), request.body(), request.price());
  }

  private Attempt attempt() {
    return new Attempt(AttemptId.random(), request(provider()), ticket());
  }

  /** Submits the good shot and has the server answer so. */
  protected Submission submitted(ResponseDefinitionBuilder answer) {
    return submitted(provider(), answer);
  }

  private Submission submitted(Provider provider, ResponseDefinitionBuilder answer) {
    Request request = request(provider());
    server.stubFor(submitRoute().willReturn(answer));
    // To prepare may have taken requests of its own.
    server.resetRequests();
    return provider.submit(request, AttemptId.random());
  }

  /** Looks at the recorded task and has the server answer so. */
  protected Progress looked(ResponseDefinitionBuilder answer) {
    server.stubFor(pollRoute().willReturn(answer));
    return provider().poll(attempt());
  }

  private void sentOnce() {
    server.verify(1, postRequestedFor(anyUrl()));
    server.verify(0, getRequestedFor(anyUrl()));
  }

  /** A JSON answer. */
  protected static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }

  private static ResponseDefinitionBuilder html(int status) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "text/html")
        .withBody("<!doctype html><title>Welcome</title>");
  }

  private static ResponseDefinitionBuilder fault(Fault fault) {
    return aResponse().withFault(fault);
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
