package dev.dailies.job.run;

import dev.dailies.ledger.OpenTasks;
import dev.dailies.pacing.Gate;
import dev.dailies.pacing.Pacer;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.pacing.Troubles;
import dev.dailies.provider.Provider;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.ApiClient;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.spi.ProviderContext;
import dev.dailies.provider.spi.ProviderFactory;
import dev.dailies.provider.spi.ProviderSettings;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.SettingsException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** The providers of this run, made when they are first asked for. */
public final class Providers implements AutoCloseable {

  private final JobSetup setup;
  private final Supplier<ApiClient> client;
  private final RunControl run;
  private final OpenTasks tasks;
  private final Clock clock;
  private final Set<String> names;
  private final Map<String, ActiveProvider> active = new TreeMap<>();

  Providers(JobSetup setup, RunControl run, OpenTasks tasks, Clock clock) {
    this.setup = setup;
    this.client = SingletonSupplier.of(() -> new ApiClient(setup.network()));
    this.run = run;
    this.tasks = tasks;
    this.clock = clock;
    this.names = setup.providerNames();
  }

  /** All names that a row may use. */
  public Set<String> names() {
    return names;
  }

  public boolean knows(String name) {
    return names.contains(name);
  }

  /** The provider of that name, which must be known. */
  public synchronized ActiveProvider get(String name) {
    return active.computeIfAbsent(name, this::make);
  }

  /**
   * The provider that an earlier run has sent something to, unless the settings no longer name it,
   * or have become unusable: that is noted.
   */
  public Optional<ActiveProvider> find(String name) {
    try {
      if (knows(name)) {
        return Optional.of(get(name));
      }
      note(name, "there are tasks at '" + name + "', which the settings no longer name");
    } catch (SettingsException unusable) {
      note(name, Failures.describe(unusable));
    }
    return Optional.empty();
  }

  /** The same, and nothing is noted of one that is gone. */
  public Optional<ActiveProvider> findQuietly(String name) {
    try {
      return knows(name) ? Optional.of(get(name)) : Optional.empty();
    } catch (SettingsException unusable) {
      return Optional.empty();
    }
  }

  private void note(String name, String why) {
    run.note(StopReason.at(name, Kind.INPUT, why));
  }

  /** The providers in use so far. */
  public synchronized Collection<ActiveProvider> inUse() {
    return List.copyOf(active.values());
  }

  @Override
  public synchronized void close() {
    active.values().forEach(provider -> close(provider.provider()));
  }

  private ActiveProvider make(String name) {
    ProviderFactory factory = setup.factory(name);
    ProviderSettings settings = setup.provider(name);
    Secret key = setup.key(name);
    var http = new ProviderHttp(client.get(), settings.requestTimeout(), key);
    var context =
        new ProviderContext(
            name,
            settings,
            key,
            setup.ownSettings(name),
            setup.modelsFile(name),
            setup.settingFiles(name),
            setup.inputs(),
            http);
    Provider provider = create(factory, context);
    return new ActiveProvider(
        name,
        factory.type(),
        provider,
        settings,
        key,
        gate(name, settings, provider),
        new Troubles(name, clock),
        new WorkerPool("poll-" + name, settings.pollConcurrency(), run),
        new Pacer("poll-" + name, settings.pollRate().period()));
  }

  private Gate gate(String name, ProviderSettings settings, Provider provider) {
    Gate gate = new Gate(name, settings, clock, run::note);
    if (tasks.addressesThatTookTasks(name).stream().anyMatch(provider::stillNames)) {
      gate.hasWorked();
    }
    if (settings.baseUrl() != null) {
      setup
          .network()
          .proxies()
          .refusal(settings.baseUrl())
          .ifPresent(why -> gate.drain(StopReason.at(name, Kind.INPUT, why)));
    }
    return gate;
  }

  private static Provider create(ProviderFactory factory, ProviderContext context) {
    try {
      return factory.create(context);
    } catch (IllegalArgumentException unusable) {
      throw new SettingsException(
          "dailies.providers." + context.name() + ": " + unusable.getMessage(), unusable);
    }
  }

  private static void close(Provider provider) {
    if (provider instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception failure) {
        throw new IllegalStateException("cannot close a provider", failure);
      }
    }
  }
}
