package dev.dailies.provider;

import java.util.Map;

/**
 * Makes providers of one type. Found by scanning for classes named {@code …Factory}: a new provider
 * is a new package with a factory whose constructor has no arguments.
 */
public interface ProviderFactory {

  /** The value of the setting {@code type}, as in {@code cometapi}. */
  String type();

  /** Defaults of settings that differ from everybody's, by their name, as in {@code base-url}. */
  Map<String, String> defaults();

  /** A record of the settings that only this type has; {@link NoSettings} if there are none. */
  Class<? extends Record> ownSettings();

  /** True if its requests carry a key, which must never travel unencrypted. */
  default boolean sendsKey() {
    return true;
  }

  /** Makes a provider. Must not touch the network. */
  Provider create(ProviderContext context);
}
