package dev.dailies.provider.runway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.dailies.provider.AShot;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Request;
import dev.dailies.provider.Shot;
import dev.dailies.provider.models.ModelFacts;
import dev.dailies.provider.models.Models;
import dev.dailies.provider.models.RouteFormat;
import dev.dailies.provider.models.RouteReview;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every request that can be written is one that Runway's own OpenAPI document allows. The document
 * is not part of this project: get it from https://docs.dev.runwayml.com/openapi.json and name the
 * file in the system property {@code dailies.runway.openapi} or in {@code DAILIES_RUNWAY_OPENAPI}.
 */
class OpenApiTest {

  private static final Path BESIDE_THE_PROJECT =
      Path.of("..", "shared", "openapi", "runway-2026-08-08.json");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Models MODELS = Models.load(RunwayFactory.class, null);
  private static final RouteFormat FORMAT =
      new RouteFormat("https://api.example", RunwayRoutes.ALL, MODELS);
  private static final RouteReview REVIEW = new RouteReview("runway", RunwayRoutes.ALL, MODELS);
  private static final String IMAGE = "https://example.org/a.jpg";
  private static final String VIDEO = "https://example.org/a.mp4";

  private static JsonNode document = JSON.missingNode();

  @BeforeAll
  static void read() {
    Path file =
        Stream.of(
                System.getProperty("dailies.runway.openapi"),
                System.getenv("DAILIES_RUNWAY_OPENAPI"))
            .filter(Objects::nonNull)
            .map(Path::of)
            .findFirst()
            .orElse(BESIDE_THE_PROJECT);
    assumeTrue(
        Files.isRegularFile(file),
        "Runway's OpenAPI document is not here; name it in DAILIES_RUNWAY_OPENAPI");
    document = JSON.readTree(file);
  }

  static List<Shot> samples() {
    return RunwaySamples.shots();
  }

  /** Each model in service, asked for as little and for as much as it takes. */
  static Stream<Shot> everyModel() {
    return MODELS.models().stream()
        .filter(facts -> facts.retired() == null)
        .flatMap(facts -> Stream.concat(Stream.of(least(facts)), most(facts)));
  }

  @ParameterizedTest
  @MethodSource({"samples", "everyModel"})
  void allowsEveryRequest(Shot shot) {
    assertThat(REVIEW.of(shot).problems()).noneMatch(Problem::isError);

    Request request =
        FORMAT.request(shot, cell -> Inputs.isPath(cell) ? "runway://uploaded" : cell);

    JsonNode branch = branch(shot.operation(), String.valueOf(request.model()));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(branch);
    assertThat(schema.validate(request.body(), InputFormat.JSON)).isEmpty();
    assertThat(JSON.readTree(request.body()).propertyNames())
        .as("an unknown field would be ignored, and the clip be another")
        .isSubsetOf(branch.path("properties").propertyNames());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void isKnownModelByModel(Operation operation) {
    Set<String> documented = new TreeSet<>();
    branches(operation).forEach(branch -> documented.add(model(branch)));

    assertThat(MODELS.names(operation).split(", ")).containsExactlyInAnyOrderElementsOf(documented);
  }

  static Operation[] operations() {
    return Operation.values();
  }

  @Test
  void samplesShowEveryOperation() {
    assertThat(samples()).extracting(Shot::operation).contains(Operation.values());
  }

  private static JsonNode branch(Operation operation, String model) {
    return branches(operation)
        .filter(branch -> model(branch).equals(model))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the document has no " + model));
  }

  private static Stream<JsonNode> branches(Operation operation) {
    return document
        .path("paths")
        .path("/v1/" + operation.label())
        .at("/post/requestBody/content/application~1json/schema/oneOf")
        .valueStream();
  }

  private static String model(JsonNode branch) {
    return branch.at("/properties/model/const").asString("");
  }

  private static Shot least(ModelFacts facts) {
    return inputs(facts).build();
  }

  /** One with each size, length and the other things that the model takes. */
  private static Stream<Shot> most(ModelFacts facts) {
    List<String> ratios = facts.ratios();
    List<Integer> durations = facts.durations();
    return Stream.iterate(0, n -> n + 1)
        .limit(Math.max(1, Math.max(ratios.size(), durations.size())))
        .map(
            n -> {
              AShot shot = inputs(facts);
              if (!ratios.isEmpty()) {
                shot.ratio(ratios.get(n % ratios.size()));
              }
              if (!durations.isEmpty()) {
                shot.duration(durations.get(n % durations.size()));
              }
              if (facts.seedLimit() != null) {
                shot.seed(facts.seedLimit());
              }
              if (facts.mostReferences() != null) {
                shot.references(
                    Stream.generate(() -> IMAGE)
                        .limit(facts.mostReferences())
                        .toArray(String[]::new));
              }
              if (facts.promptLimit() != null) {
                shot.prompt("x".repeat(facts.promptLimit()));
              }
              return shot.build();
            });
  }

  private static AShot inputs(ModelFacts facts) {
    AShot shot = AShot.of(facts.operation());
    switch (facts.operation()) {
      case IMAGE_TO_VIDEO -> shot.image(IMAGE);
      case VIDEO_TO_VIDEO -> shot.video(VIDEO);
      case VIDEO_UPSCALE -> shot.prompt("").video(VIDEO);
      case CHARACTER_PERFORMANCE -> shot.prompt("").image(IMAGE).video(VIDEO);
      default -> {}
    }
    boolean needsReferences = facts.required().contains("references");
    return shot.model(facts.model())
        .references(needsReferences ? new String[] {IMAGE} : new String[0]);
  }
}
