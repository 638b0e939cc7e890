package dev.dailies.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.media.MediaType;
import dev.dailies.web.WebAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {

  @ParameterizedTest
  @CsvSource({
    "http://comfy_ui:8188, http://comfy_ui:8188/view?filename=a.mp4, true",
    "http://Comfy_UI:8188/api, http://comfy_ui:8188/view?filename=a.mp4, true",
    "http://comfy_ui:8188, http://comfy_ui:8189/view?filename=a.mp4, false",
    "http://comfy_ui:8188, http://comfy-ui:8188/view?filename=a.mp4, false",
    "http://comfy_ui:8188, https://comfy_ui:8188/view?filename=a.mp4, false"
  })
  void headersGoToTheProvidersOwnAddress(String baseUrl, String link, boolean home) {
    Source source = Source.of(link, List.of(baseUrl), Map.of("A", "b"), EnumSet.of(MediaType.MP4));

    assertThat(source.isHome(Objects.requireNonNull(WebAddress.parse(link)))).isEqualTo(home);
    assertThat(source.fileName()).isEqualTo("a.mp4");
  }
}
