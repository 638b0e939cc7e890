package dev.dailies.provider.runway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runway's own OpenAPI document. It is not part of this project: get it from
 * https://docs.dev.runwayml.com/openapi.json and name the file in the system property {@code
 * dailies.runway.openapi} or in {@code RUNWAY_OPENAPI}.
 */
public final class OpenApi {

  private static final Path BESIDE_THE_PROJECT =
      Path.of("..", "shared", "openapi", "runway-2026-08-08.json");

  private OpenApi() {}

  /** All of it; a test that reads it is skipped where it is not at hand. */
  public static JsonNode document() {
    Path file =
        Stream.of(System.getProperty("dailies.runway.openapi"), System.getenv("RUNWAY_OPENAPI"))
            .filter(Objects::nonNull)
            .map(Path::of)
            .findFirst()
            .orElse(BESIDE_THE_PROJECT);
    assumeTrue(
        Files.isRegularFile(file),
        "Runway's OpenAPI document is not here; name it in RUNWAY_OPENAPI");
    return new JsonMapper().readTree(file);
  }

  /** A part of it, to hold JSON against. */
  public static Schema schema(JsonNode part) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(part);
  }
}
