package dev.dailies.provider;

/**
 * What a factory gets to make a provider from.
 *
 * @param name the provider's name in the settings and in the manifest
 * @param own the type's own settings, an instance of {@link ProviderFactory#ownSettings()}
 * @param http the only way to the network
 */
public record ProviderContext(
    String name, ProviderSettings settings, Record own, ProviderHttp http) {}
