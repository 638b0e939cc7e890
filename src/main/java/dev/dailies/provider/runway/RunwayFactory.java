package dev.dailies.provider.runway;

import com.google.auto.service.AutoService;
import dev.dailies.provider.Provider;
import dev.dailies.provider.models.Models;
import dev.dailies.provider.spi.ProviderContext;
import dev.dailies.provider.spi.ProviderFactory;
import java.time.Clock;
import java.util.Map;

/** Makes providers of the type {@code runway}. */
@AutoService(ProviderFactory.class)
public final class RunwayFactory implements ProviderFactory {

  @Override
  public String type() {
    return "runway";
  }

  @Override
  public Map<String, String> defaults() {
    return Map.of("base-url", RunwayHttp.ADDRESS, "api-key", "${" + RunwayHttp.KEY + ":}");
  }

  @Override
  public String keyVariable() {
    return RunwayHttp.KEY;
  }

  @Override
  public Provider create(ProviderContext context) {
    return new RunwayProvider(
        context,
        Models.load(RunwayFactory.class, context.modelsFile()).priced(context.settings().prices()),
        Clock.systemUTC());
  }
}
