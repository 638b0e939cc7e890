package dev.dailies.settings;

import dev.dailies.provider.ProviderFactory;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The provider types there are: every {@code …Factory} of providers below this product's package.
 */
final class ProviderTypes {

  private final SortedMap<String, ProviderFactory> factories;

  private ProviderTypes(SortedMap<String, ProviderFactory> factories) {
    this.factories = factories;
  }

  /** Finds all factories on the class path. */
  static ProviderTypes scan() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(ProviderFactory.class));
    scanner.setResourcePattern("**/*Factory.class");
    SortedMap<String, ProviderFactory> found = new TreeMap<>();
    scanner.findCandidateComponents("dev.dailies").stream()
        .map(candidate -> candidate.getBeanClassName())
        .map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
        .map(type -> (ProviderFactory) BeanUtils.instantiateClass(type))
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
