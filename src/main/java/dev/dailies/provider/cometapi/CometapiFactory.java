package dev.dailies.provider.cometapi;

import com.google.auto.service.AutoService;
import dev.dailies.provider.Provider;
import dev.dailies.provider.models.Models;
import dev.dailies.provider.spi.ProviderContext;
import dev.dailies.provider.spi.ProviderFactory;
import java.time.Clock;
import java.util.Map;

/** Makes providers of the type {@code cometapi}. */
@AutoService(ProviderFactory.class)
public final class CometapiFactory implements ProviderFactory {

  static final String BASE_URL = "https://api.cometapi.com";

  @Override
  public String type() {
    return "cometapi";
  }

  @Override
  public Map<String, String> defaults() {
    return Map.of("base-url", BASE_URL, "api-key", "${" + CometapiHttp.KEY + ":}");
  }

  @Override
  public Class<? extends Record> ownSettings() {
    return CometapiSettings.class;
  }

  @Override
  public String keyVariable() {
    return CometapiHttp.KEY;
  }

  @Override
  public Provider create(ProviderContext context) {
    return new CometapiProvider(
        context,
        Models.load(CometapiFactory.class, context.modelsFile())
            .priced(context.settings().prices()),
        Clock.systemUTC());
  }
}
