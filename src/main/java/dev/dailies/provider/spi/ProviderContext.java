package dev.dailies.provider.spi;

import dev.dailies.provider.Inputs;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.ProviderHttp;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a factory gets to make a provider from.
 *
 * @param name the provider's name in the settings and in the manifest
 * @param key the API key; empty if there is none
 * @param own the type's own settings, an instance of {@link ProviderFactory#ownSettings()}
 * @param modelsFile the user's own data file about models; null if there is none
 * @param files finds the files that the type's own settings name
 * @param inputs finds the files that rows name
 * @param http the only way to the network
 */
public record ProviderContext(
    String name,
    ProviderSettings settings,
    Secret key,
    Record own,
    @Nullable Path modelsFile,
    SettingFiles files,
    Inputs inputs,
    ProviderHttp http) {}
