package dev.dailies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobOptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--dailies.providers.cometapi.api-key=sk-typed",
        "--dailies.providers.cometapi.apiKey=sk-typed",
        "--dailies.providers.cometapi.apikey=sk-typed",
        "--dailies.providers.cometapi.API_KEY=sk-typed",
        "--dailies.providers.cometapi[api-key]=sk-typed"
      })
  void refusesAKeyAsAFlag(String flag) {
    Typed typed = FrontDoor.type("config", "pom.xml", flag);

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("api-key-file").doesNotContain("sk-typed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--dailies.providers.comfyui.headers.X-Pass=let-me-in",
        "--dailies.providers.comfyui.headers[X-Pass]=let-me-in",
        "--dailies.providers.comfyui.HEADERS.x=let\nme=let-me-in",
        "--dailies.providers.comfyui.proxy-password=let-me-in",
        "--dailies.proxy=http://me:let-me-in@proxy:1",
        "--dailies.ledger-url=jdbc:postgresql://db/x?password=let-me-in"
      })
  void showsNoSecretInACommand(String flag) {
    assertThat(SecretFlags.hidden(flag)).endsWith("=***").doesNotContain("let-me-in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--dailies.providers.cometapi.api-key-file=../my.key",
        "--dailies.providers.cometapi.window=4",
        "--output=headers.x=1",
        "headers.csv"
      })
  void showsWhatIsNone(String word) {
    assertThat(SecretFlags.hidden(word)).isEqualTo(word);
  }

  @Test
  void theNextLineOfARunHoldsNoHeader(@TempDir Path folder) throws IOException {
    Path shots =
        Files.writeString(
            folder.resolve("shots.csv"),
            "prompt,image\nfox,https://example.org/a.jpg\nowl,https://example.org/b.jpg\n");

    Typed typed =
        FrontDoor.type(
            "run",
            shots.toString(),
            "--provider=simulator",
            "--limit=1",
            "--dailies.providers.simulator.generation-time=50ms",
            "--dailies.providers.comfyui.headers.X-Pass=let-me-in");

    assertThat(typed.code()).as("%s", typed).isEqualTo(8);
    assertThat(typed.out()).contains("Next: ", "headers.X-Pass=***").doesNotContain("let-me-in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"explain", "resolve", "retry", "redo", "fetch"})
  void aWordThatIsNoFileIsAnId(String command) {
    // There is no job in the folder of the tests, so it has to be named.
    Typed typed = FrontDoor.type(command, "SC03_SH010A", "--dailies.limit=1");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err())
        .contains(
            "there is no file or folder SC03_SH010A here; if it is an ID, name the folder first, as"
                + " in: dailies %s out/night SC03_SH010A".formatted(command));
  }

  @Test
  void explainIsAboutOneId() {
    assertThat(FrontDoor.type("explain").err()).contains("name an ID; see dailies explain --help");
    assertThat(FrontDoor.type("explain", "SC03", "SC04").err()).contains("these are two");
  }
}
