package dev.dailies.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A job file is data, and what other programs have in the environment is none of our business. */
@Isolated("sets a property of this process")
class ForeignSettingsTest {

  private static final Map<String, String> VARIABLES =
      Map.of(
          "COMETAPI_KEY", "sk-mine",
          "AWS_SECRET_ACCESS_KEY", "wJalr",
          "PROXY_PASS", "let-me-in",
          "WHERE", "https://api.example.org");

  @TempDir Path folder;

  private JobSetup load(String file, String text, Map<String, String> variables)
      throws IOException {
    Files.writeString(folder.resolve(file), text);
    return JobSetup.load(Target.of(file, folder), Map.of(), variables);
  }

  private String refusal(String file, String text) {
    return String.valueOf(
        assertThatExceptionOfType(SettingsException.class)
            .isThrownBy(() -> load(file, text, VARIABLES))
            .actual()
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spring.config.import: http://127.0.0.1:1/more.yaml",
        "spring: {config: {import: 'file:other.yaml'}}",
        "logging.config: http://127.0.0.1:1/logback.xml",
        "logging.file.name: /tmp/anywhere.log",
        "spring.datasource.url: jdbc:hsqldb:mem:x",
        "spring.profiles.active: other",
        "spring.main.sources: dev.example.Evil",
        "server.port: 80",
        "debug: true",
        "'dailiesx.output': there",
        "x-defaults: {window: 4}"
      })
  void aJobFileHoldsSettingsOfDailiesAndNothingElse(String line) {
    assertThat(refusal("night.yaml", "dailies:\n  manifest: s.csv\n\n" + line + "\n"))
        .startsWith("night.yaml, line 4: ")
        .contains("is no setting of Dailies; take it out");
  }

  @Test
  void soDoPropertiesAndEveryDocumentOfAFile() {
    assertThat(refusal("night.properties", "dailies.manifest=s.csv\nspring.config.import=x\n"))
        .startsWith("night.properties, line 2: 'spring.config.import'");
    assertThat(refusal("two.yaml", "dailies.manifest: s.csv\n---\nlogging.config: x\n"))
        .startsWith("two.yaml, line 3: 'logging.config'");
  }

  @Test
  void aForgottenFirstLineIsNamed() {
    assertThat(refusal("night.yaml", "manifest: s.csv\n")).contains("write it below 'dailies:'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "output: 'o-${COMETAPI_KEY}'",
        "manifest: '${WHERE}/s.csv'",
        "output-name: '{id}-${WHERE}'",
        "provider: '${WHERE}'",
        "providers.cometapi.api-key-file: '${WHERE}'",
        "providers.cometapi.models-file: '${WHERE}'",
        "providers.cometapi.type: '${WHERE}'",
        "providers.comfyui.workflow: '${WHERE}'",
        "providers.cometapi.window: '${WHERE}'"
      })
  void placeholdersAreFilledInNeitherPathsNorNames(String line) {
    assertThat(refusal("night.yaml", "dailies:\n  " + line + "\n"))
        .startsWith("night.yaml, line 2: ")
        .contains("taken as it is written")
        .doesNotContain("sk-mine");
  }

  @ParameterizedTest
  @CsvSource({
    "providers.cometapi.base-url, https://x.example.org/${AWS_SECRET_ACCESS_KEY}",
    "providers.generator.server-url, https://x.example.org/${COMETAPI_KEY}",
    "providers.comfyui.servers[0], https://x.example.org/${PROXY_PASS}",
    "providers.cometapi.base-url, https://x.example.org/${NONE:${COMETAPI_KEY}}"
  })
  void noSecretGoesIntoAnAddressWhichIsShownAndKept(String name, String value) {
    assertThat(refusal("night.yaml", "dailies:\n  " + name + ": '" + value + "'\n"))
        .contains("put a secret into api-key or headers")
        .doesNotContain("sk-mine", "wJalr", "let-me-in");
  }

  @Test
  void placeholdersAreFilledInKeysHeadersAndAddresses() throws IOException {
    JobSetup setup =
        load(
            "night.yaml",
            """
            dailies:
              manifest: s.csv
              providers:
                cometapi:
                  base-url: ${WHERE}/v1
                  api-key: ${NONE:sk-instead}
                comfyui:
                  servers: ['${WHERE}', '${NOWHERE:http://127.0.0.1:8188}']
                  headers: {X-Pass: '${PROXY_PASS}'}
            """,
            VARIABLES);

    assertThat(setup.provider("cometapi").baseUrl()).hasToString("https://api.example.org/v1");
    assertThat(setup.key("cometapi").reveal()).isEqualTo("sk-instead");
    assertThat(setup.ownSettings("comfyui").toString())
        .contains("https://api.example.org", "8188", "X-Pass=***");
  }

  @Test
  void aVariableThatIsNotSetIsNamed() {
    assertThat(refusal("night.yaml", "dailies.providers.cometapi.base-url: '${NOT_SET}/v1'\n"))
        .contains("base-url", "${NOT_SET}", "is not set");
  }

  @Test
  void whatOtherProgramsHaveInTheEnvironmentHasNoSay() throws IOException {
    Map<String, String> variables = new HashMap<>(VARIABLES);
    variables.put("SPRING_CONFIG_IMPORT", "http://127.0.0.1:1/x");
    variables.put("SPRING_APPLICATION_JSON", "{\"dailies\":{\"limit\":1}}");
    variables.put("SPRING_MAIN_LAZY_INITIALIZATION", "true");
    variables.put("SPRING_PROFILES_ACTIVE", "prod");
    variables.put("SPRING_CONFIG_LOCATION", "/nowhere/");
    variables.put("LOGGING_CONFIG", "/nowhere/logback.xml");
    variables.put("OUTPUT", "/elsewhere");
    variables.put("DAILIES_LIMIT", "7");
    variables.put("DAILIES_OUTPUT", "50${WHERE}");

    JobSetup setup = load("night.yaml", "dailies.manifest: s.csv\n", variables);

    assertThat(setup.settings().limit()).isEqualTo(7);
    assertThat(setup.files().output()).isEqualTo(folder.resolve("50${WHERE}"));
    assertThat(setup.environment().getPropertySources().stream().map(Object::toString))
        .noneMatch(source -> source.contains("SPRING"));
    assertThat(setup.environment().getProperty("spring.main.lazy-initialization")).isNull();
  }

  @Test
  void systemPropertiesAreNoSettings() throws IOException {
    System.setProperty("dailies.limit", "3");
    try {
      assertThat(load("s.csv", "id,prompt\n", Map.of()).settings().limit()).isNull();
    } finally {
      System.clearProperty("dailies.limit");
    }
  }

  @Test
  void theLedgersAddressIsNotTakenFromAFile() {
    assertThat(refusal("night.yaml", "dailies.ledgerUrl: jdbc:hsqldb:mem:x\n"))
        .contains("DAILIES_LEDGER_URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "50% off",
        "shots (final",
        "a,b",
        "${x}",
        "#1",
        "a;b",
        "now!",
        " a ",
        "dots...",
        "ä"
      })
  void aJobFileMayLieInAFolderOfAnyName(String name) throws IOException {
    Path jobs = Files.createDirectories(folder.resolve(name));
    Files.writeString(jobs.resolve("n,%;(.yaml"), "dailies.manifest: s.csv\n");

    JobSetup setup = JobSetup.load(new Target(jobs.resolve("n,%;(.yaml"), folder), Map.of());

    assertThat(setup.files().manifest()).isEqualTo(jobs.resolve("s.csv"));
  }
}
