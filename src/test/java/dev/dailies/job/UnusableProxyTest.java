package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.job.run.Providers;
import dev.dailies.pacing.StopReason;
import dev.dailies.settings.SettingsOfVariables;
import dev.dailies.settings.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The environment is there for other programs too: what they use need not be of use to us. */
class UnusableProxyTest {

  @TempDir Path folder;

  @Test
  void nothingIsSentThroughOneAndItIsNamed() throws IOException {
    try (JobContext context = open("https://api.invalid")) {
      assertThat(Rehearsal.bean(context, Providers.class).get("cometapi").gate().stopReason())
          .hasValueSatisfying(
              reason -> {
                assertThat(reason.kind()).isEqualTo(StopReason.Kind.INPUT);
                assertThat(reason.text())
                    .startsWith("all_proxy: a proxy of the kind 'socks5h' cannot be used")
                    .doesNotContain("hunter2");
              });
    }
  }

  @ParameterizedTest
  @CsvSource({"https://api.direct.invalid", "http://127.0.0.1:1"})
  void noneIsInTheWayOfWhatItDoesNotServe(String address) throws IOException {
    try (JobContext context = open(address)) {
      assertThat(Rehearsal.bean(context, Providers.class).get("cometapi").gate().stopReason())
          .isEmpty();
    }
  }

  private JobContext open(String address) throws IOException {
    Path manifest = Files.writeString(folder.resolve("shots.csv"), "id,prompt\ncat,yawn\n");
    Map<String, String> flags =
        Map.of(
            "dailies.provider",
            "cometapi",
            "dailies.providers.cometapi.base-url",
            address,
            "dailies.providers.cometapi.api-key",
            "sk-none");
    Map<String, String> variables =
        Map.of("all_proxy", "socks5h://me:hunter2@proxy:1080", "no_proxy", "direct.invalid");
    return JobContext.open(
        SettingsOfVariables.load(Target.of(manifest.toString(), folder), flags, variables));
  }
}
