package dev.dailies.provider.generator;

import com.google.auto.service.AutoService;
import dev.dailies.provider.Provider;
import dev.dailies.provider.spi.FirstSetting;
import dev.dailies.provider.spi.ProviderContext;
import dev.dailies.provider.spi.ProviderFactory;
import dev.dailies.provider.spi.SettingFiles;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Makes providers of the type {@code generator}. */
@AutoService(ProviderFactory.class)
public final class GeneratorFactory implements ProviderFactory {

  @Override
  public String type() {
    return "generator";
  }

  /** The generator may answer only when the clip is done, hence the long timeout. */
  @Override
  public Map<String, String> defaults() {
    return Map.of(
        "server-url", "${COMFYUI_SERVER_URL:}",
        "request-timeout", "20m",
        "window", "2",
        "grace", "1m");
  }

  @Override
  public Class<? extends Record> ownSettings() {
    return GeneratorSettings.class;
  }

  @Override
  public boolean sendsKey() {
    return false;
  }

  @Override
  public Optional<FirstSetting> firstSetting() {
    return Optional.of(
        new FirstSetting("base-url", "Where the generator runs", "http://localhost:3000", false));
  }

  @Override
  public Map<String, String> firstRow(String said, SettingFiles files) {
    return Map.of("prompt", "", "image", "https://example.org/first-frame.jpg");
  }

  @Override
  public Provider create(ProviderContext context) {
    if (context.settings().baseUrl() == null) {
      throw new IllegalArgumentException(
          "no base-url; write where the generator runs, as in base-url: http://localhost:3000");
    }
    return new GeneratorProvider(context, context.settings().baseUrl(), Clock.systemUTC());
  }
}
