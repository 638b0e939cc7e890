package dev.dailies.provider.runway;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import dev.dailies.provider.AShot;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Shot;
import dev.dailies.provider.models.ModelFacts;
import dev.dailies.provider.models.Models;
import dev.dailies.provider.models.RouteFormat;
import dev.dailies.provider.models.RouteReview;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every request that can be written is one that Runway's own OpenAPI document allows. */
class OpenApiTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Models MODELS = Models.load(RunwayFactory.class, null);
  private static final RouteFormat FORMAT =
      new RouteFormat("https://api.example", RunwayRoutes.ALL, MODELS);
  private static final RouteReview REVIEW = new RouteReview("runway", RunwayRoutes.ALL, MODELS);
  private static final String IMAGE = "https://example.org/a.jpg";
  private static final String VIDEO = "https://example.org/a.mp4";

  private JsonNode document = JSON.missingNode();

  @BeforeEach
  void read() {
    document = OpenApi.document();
  }

  @ParameterizedTest
  @EnumSource
  void allowsEveryRequest(Operation operation) {
    branches(operation).forEach(branch -> allows(shots(operation, model(branch)), branch));
  }

  private static void allows(List<Shot> shots, JsonNode branch) {
    Schema schema = OpenApi.schema(branch);
    for (Shot shot : shots) {
      assertThat(REVIEW.of(shot).problems()).as(shot.toString()).noneMatch(Problem::isError);
      String body = body(shot);
      assertThat(schema.validate(body, InputFormat.JSON)).as(body).isEmpty();
      assertThat(JSON.readTree(body).propertyNames())
          .as("an unknown field would be ignored, and the clip be another")
          .isSubsetOf(branch.path("properties").propertyNames());
    }
  }

  private static String body(Shot shot) {
    return FORMAT.request(shot, cell -> Inputs.isPath(cell) ? "runway://uploaded" : cell).body();
  }

  @ParameterizedTest
  @EnumSource
  void isKnownModelByModel(Operation operation) {
    Set<String> documented = new TreeSet<>();
    branches(operation).forEach(branch -> documented.add(model(branch)));

    assertThat(MODELS.names(operation).split(", ")).containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void forbidsWhatNobodyWouldSend() {
    JsonNode branch =
        branches(Operation.IMAGE_TO_VIDEO)
            .filter(b -> model(b).equals("gen4.5"))
            .findFirst()
            .orElseThrow();
    Schema schema = OpenApi.schema(branch);

    assertThat(schema.validate("{\"model\":\"gen4.5\"}", InputFormat.JSON)).isNotEmpty();
  }

  private Stream<JsonNode> branches(Operation operation) {
    return document
        .path("paths")
        .path("/v1/" + operation.label())
        .at("/post/requestBody/content/application~1json/schema/oneOf")
        .valueStream();
  }

  private static String model(JsonNode branch) {
    return branch.at("/properties/model/const").asString("");
  }

  /** The samples, and the model asked for as little and for as much as it takes. */
  private static List<Shot> shots(Operation operation, String model) {
    ModelFacts facts = MODELS.find(operation, model).orElseThrow();
    Stream<Shot> samples =
        RunwaySamples.shots().stream()
            .filter(shot -> shot.operation() == operation && model.equals(shot.model()));
    return Stream.of(samples, Stream.of(inputs(facts).build()), most(facts))
        .flatMap(shots -> shots)
        .toList();
  }

  /** One with each size and length, and with all else that the model takes. */
  private static Stream<Shot> most(ModelFacts facts) {
    int many = Math.max(1, Math.max(facts.ratios().size(), facts.durations().size()));
    return IntStream.range(0, many).mapToObj(n -> most(facts, n));
  }

  private static Shot most(ModelFacts facts, int n) {
    AShot shot = inputs(facts);
    if (!facts.ratios().isEmpty()) {
      shot.ratio(facts.ratios().get(n % facts.ratios().size()));
    }
    if (!facts.durations().isEmpty()) {
      shot.duration(facts.durations().get(n % facts.durations().size()));
    }
    if (facts.seedLimit() != null) {
      shot.seed(facts.seedLimit());
    }
    if (facts.mostReferences() != null) {
      shot.references(Collections.nCopies(facts.mostReferences(), IMAGE).toArray(String[]::new));
    }
    if (facts.promptLimit() != null) {
      shot.prompt("x".repeat(facts.promptLimit()));
    }
    return shot.build();
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
