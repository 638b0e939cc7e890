package dev.dailies.settings;

import dev.dailies.provider.spi.BaseUrl;
import dev.dailies.provider.spi.ProviderFactory;
import dev.dailies.provider.spi.ProviderSettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Refuses an address of a provider that is not a URL, or over which its key would be sent
 * unencrypted.
 */
final class AddressCheck {

  private AddressCheck() {}

  static void check(String name, ProviderFactory factory, ProviderSettings settings) {
    URI url = settings.baseUrl();
    if (url == null) {
      return;
    }
    try {
      BaseUrl.of(url);
    } catch (IllegalArgumentException unusable) {
      throw new SettingsException(
          "dailies.providers." + name + "." + unusable.getMessage(), unusable);
    }
    boolean plain = "http".equalsIgnoreCase(url.getScheme());
    if (plain && factory.sendsKey() && !isLoopback(BaseUrl.host(url))) {
      throw new SettingsException(
          "dailies.providers.%s.base-url: '%s' would send the key unencrypted; write https://"
              .formatted(name, url));
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
