package dev.dailies.simulator;

import com.google.auto.service.AutoService;
import dev.dailies.provider.Provider;
import dev.dailies.provider.Secret;
import dev.dailies.provider.cometapi.CometapiFactory;
import dev.dailies.provider.cometapi.CometapiSettings;
import dev.dailies.provider.spi.ProviderContext;
import dev.dailies.provider.spi.ProviderFactory;
import java.util.Map;

/** The simulator as a provider: started inside this process, and spoken to as the real thing is. */
@AutoService(ProviderFactory.class)
public final class SimulatorFactory implements ProviderFactory {

  private static final Secret ANY_KEY = Secret.of("simulated");

  @Override
  public String type() {
    return "simulator";
  }

  @Override
  public Map<String, String> defaults() {
    return Map.of("submit-rate", "5/s", "poll-interval", "1s");
  }

  @Override
  public Class<? extends Record> ownSettings() {
    return SimulatorSettings.class;
  }

  @Override
  public Provider create(ProviderContext context) {
    SimulatorSettings own = (SimulatorSettings) context.own();
    Simulator simulator = Simulator.start(own, 0);
    ProviderContext real =
        new ProviderContext(
            context.name(),
            context.settings().withBaseUrl(simulator.baseUrl()),
            ANY_KEY,
            CometapiSettings.usual(),
            context.modelsFile(),
            context.files(),
            context.inputs(),
            context.http());
    return new SimulatedProvider(simulator, new CometapiFactory().create(real), own.timeOfClip());
  }
}
