package dev.dailies.provider.generator;

import dev.dailies.provider.spi.BaseUrl;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings that only the generator has.
 *
 * @param serverUrl the ComfyUI server that it shall use, and where its prompts are followed; null
 *     if it uses one of its own, or none
 * @param comfyPipeline the pipeline that it shall use, as it calls it
 * @param acceptDemo whether the clip that it shows without a ComfyUI server is a result
 */
public record GeneratorSettings(
    @Nullable URI serverUrl,
    @Nullable String comfyPipeline,
    @DefaultValue("false") boolean acceptDemo) {

  /** An empty address counts as none: an environment variable that is not set gives one. */
  public GeneratorSettings {
    if (serverUrl != null && serverUrl.toString().isEmpty()) {
      serverUrl = null;
    }
  }

  /** The server's address in the form that a route can be appended to; null if there is none. */
  @Nullable String server() {
    return serverUrl == null ? null : BaseUrl.of("server-url", serverUrl);
  }
}
