package dev.dailies.settings;

import dev.dailies.provider.spi.ProviderFactory;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All provider types: every {@link ProviderFactory} that is announced as a service. */
final class ProviderTypes {

  private final SortedMap<String, ProviderFactory> factories;

  private ProviderTypes(SortedMap<String, ProviderFactory> factories) {
    this.factories = factories;
  }

  /** Finds all factories on the class path. */
  static ProviderTypes load() {
    SortedMap<String, ProviderFactory> found = new TreeMap<>();
    ServiceLoader.load(ProviderFactory.class, ProviderTypes.class.getClassLoader())
        .forEach(factory -> found.put(factory.type(), factory));
    return new ProviderTypes(Collections.unmodifiableSortedMap(found));
  }

  Optional<ProviderFactory> of(String type) {
    return Optional.ofNullable(factories.get(type));
  }

  Set<String> names() {
    return factories.keySet();
  }

  Map<String, ProviderFactory> all() {
    return factories;
  }
}
