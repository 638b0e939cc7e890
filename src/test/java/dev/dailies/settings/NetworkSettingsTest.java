package dev.dailies.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkSettingsTest {

  private static final URI API = URI.create("https://api.example.com/v1");

  @TempDir Path folder;

  @Test
  void obeysTheEnvironmentAndShowsItWithoutThePassword() throws IOException {
    JobSetup setup = load(Map.of(), Map.of("HTTPS_PROXY", "http://me:hunter2@proxy:3128"));

    assertThat(setup.network().proxies().serve(API)).isTrue();
    assertThat(shown(setup))
        .contains("proxy of https = http://***@proxy:3128 (environment variable HTTPS_PROXY)")
        .noneMatch(line -> line.contains("hunter2"));
  }

  @Test
  void theSettingCountsFirst() throws IOException {
    JobSetup setup =
        load(Map.of("dailies.proxy", "other:1"), Map.of("HTTPS_PROXY", "http://proxy:3128"));

    assertThat(shown(setup))
        .contains("proxy of https = http://other:1 (dailies.proxy)")
        .contains("proxy of http = http://other:1 (dailies.proxy)");
    assertThat(
            load(Map.of("dailies.proxy", "none"), Map.of("HTTPS_PROXY", "http://proxy:3128"))
                .network()
                .proxies()
                .serve(API))
        .isFalse();
  }

  @Test
  void namesWhatCannotBeUsed() throws IOException {
    assertThat(shown(load(Map.of(), Map.of("ALL_PROXY", "socks5://me:hunter2@proxy"))))
        .contains("proxy of https = one that cannot be used (environment variable ALL_PROXY)")
        .noneMatch(line -> line.contains("hunter2"));
    assertThatThrownBy(() -> load(Map.of("dailies.proxy", "socks5://me:hunter2@proxy"), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("dailies.proxy")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> load(Map.of("dailies.trusted-certificates", "none.pem"), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("none.pem");
  }

  private JobSetup load(Map<String, String> flags, Map<String, String> variables)
      throws IOException {
    Path manifest = Files.writeString(folder.resolve("shots.csv"), "id,prompt\n");
    return JobSetup.load(Target.of(manifest.toString(), folder), flags, variables);
  }

  private static List<String> shown(JobSetup setup) {
    return SettingOrigin.all(setup).stream()
        .map(line -> line.name() + " = " + line.value() + " (" + line.origin() + ")")
        .toList();
  }
}
