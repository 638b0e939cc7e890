package dev.dailies.provider.spi;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Binds provider settings for tests the way that a job binds them. */
public final class SomeSettings {

  private SomeSettings() {}

  /** The defaults, but for these. */
  public static ProviderSettings with(Map<String, String> settings) {
    var source = new MapConfigurationPropertySource();
    settings.forEach((name, value) -> source.put("it." + name, value));
    return new Binder(source).bindOrCreate("it", ProviderSettings.class);
  }
}
