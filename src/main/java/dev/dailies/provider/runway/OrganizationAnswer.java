package dev.dailies.provider.runway;

import dev.dailies.provider.Account;
import dev.dailies.provider.Account.ModelLimit;
import dev.dailies.provider.http.JsonAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the answer to {@code GET /v1/organization}, by Runway's OpenAPI document of 2026-08-08: the
 * credits that are left, and by model how many may run at once and in 24 hours.
 */
final class OrganizationAnswer {

  private OrganizationAnswer() {}

  static Account read(JsonAnswer answer) {
    JsonNode root = answer.root();
    JsonNode used = root.at("/usage/models");
    List<ModelLimit> limits =
        root.at("/tier/models")
            .propertyStream()
            .map(model -> limit(model.getKey(), model.getValue(), used.path(model.getKey())))
            .toList();
    return new Account(null, null, Credits.of(root.path("creditBalance")), limits);
  }

  private static ModelLimit limit(String model, JsonNode limit, JsonNode used) {
    Long most = number(limit.path("maxDailyGenerations"));
    Long made = number(used.path("dailyGenerations"));
    Long atOnce = number(limit.path("maxConcurrentGenerations"));
    return new ModelLimit(
        model,
        atOnce == null ? null : atOnce.intValue(),
        most == null ? null : Math.max(0, most - (made == null ? 0 : made)));
  }

  private static @Nullable Long number(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt() ? node.asLong() : null;
  }
}
