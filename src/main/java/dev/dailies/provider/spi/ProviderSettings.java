package dev.dailies.provider.spi;

import dev.dailies.provider.Secret;
import dev.dailies.text.SettingText;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings that every provider has, below {@code dailies.providers.<name>}.
 *
 * @param type which adapter to use; by default the provider's name
 * @param apiKeyFile a file that holds the key, for those who keep it out of the environment
 * @param modelsFile a file that adds to what is known of models, or says it otherwise
 * @param submitRate at most so many submissions
 * @param pollRate at most so many looks, over all tasks
 * @param submitConcurrency submissions on the wire at once
 * @param pollConcurrency looks on the wire at once
 * @param window tasks in flight at once
 * @param pollInterval between two looks at one task
 * @param deadline how long one run watches a task
 * @param grace how long a ticket may be unknown to the provider
 * @param requestTimeout from sending a request to the last byte of the answer
 * @param giveUpAfter how long a run puts up with a provider that takes nothing
 * @param breakerWait how long the open circuit breaker sends nothing before it tries one shot;
 *     doubles each time
 * @param budget how much may be spent there; null for no cap
 * @param prices of models by their names, where ours are wrong or missing: dollars for a task, as
 *     in {@code 0.32}, or for a second, as in {@code 0.05/s}
 */
public record ProviderSettings(
    @Nullable String type,
    @Nullable URI baseUrl,
    @Nullable Secret apiKey,
    @Nullable String apiKeyFile,
    @Nullable String modelsFile,
    @DefaultValue("1/s") Rate submitRate,
    @DefaultValue("10/s") Rate pollRate,
    @DefaultValue("2") int submitConcurrency,
    @DefaultValue("8") int pollConcurrency,
    @DefaultValue("10") int window,
    @DefaultValue("6s") Duration pollInterval,
    @DefaultValue("45m") Duration deadline,
    @DefaultValue("20m") Duration grace,
    @DefaultValue("60s") Duration requestTimeout,
    @DefaultValue("15m") Duration giveUpAfter,
    @DefaultValue("30s") Duration breakerWait,
    @Nullable BudgetSettings budget,
    Map<String, String> prices) {

  @SuppressWarnings("NullAway") // where no price is set there is no map
  public ProviderSettings {
    prices = prices == null ? Map.of() : Map.copyOf(prices);
    positive("submit-concurrency", submitConcurrency);
    positive("poll-concurrency", pollConcurrency);
    positive("window", window);
    positive("poll-interval", pollInterval);
    positive("deadline", deadline);
    positive("grace", grace);
    positive("request-timeout", requestTimeout);
    positive("give-up-after", giveUpAfter);
    positive("breaker-wait", breakerWait);
  }

  /** The same settings for another address. */
  public ProviderSettings withBaseUrl(URI address) {
    return new ProviderSettings(
        type,
        address,
        apiKey,
        apiKeyFile,
        modelsFile,
        submitRate,
        pollRate,
        submitConcurrency,
        pollConcurrency,
        window,
        pollInterval,
        deadline,
        grace,
        requestTimeout,
        giveUpAfter,
        breakerWait,
        budget,
        prices);
  }

  private static void positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, was " + value);
    }
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          name + " must be longer than 0, was " + SettingText.of(value));
    }
  }
}
