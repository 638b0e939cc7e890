package dev.dailies.ledger;

import dev.dailies.provider.Operation;
import dev.dailies.provider.Price;
import dev.dailies.provider.Request;
import dev.dailies.provider.Shot;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a manifest as a plan would hand them over. */
final class Rows {

  static final Request REQUEST = priced("0.25");

  private Rows() {}

  static Request priced(String usd) {
    return request(Price.usd(usd));
  }

  /** Nobody knows what it costs. */
  static Request unpriced() {
    return request(null);
  }

  private static Request request(@Nullable Price price) {
    return new Request(
        "https://api.example.org",
        "/v1/image_to_video",
        "gen4_turbo",
        "{\"promptText\":\"a yawning cat\"}",
        price);
  }

  static PlannedRow row(long line, String id) {
    return row(line, id, 1, "a yawning cat");
  }

  /** The prompt stands for all columns: another prompt is an edited row. */
  static PlannedRow row(long line, String id, int take, String prompt) {
    return row(line, id, take, prompt, "runway");
  }

  static PlannedRow row(long line, String id, int take, String prompt, String provider) {
    var shot =
        new Shot(
            id,
            take,
            Operation.IMAGE_TO_VIDEO,
            prompt,
            "https://example.org/cat.jpg",
            null,
            List.of(),
            "gen4_turbo",
            5,
            "1280:720",
            null,
            null,
            null,
            Map.of("motion", Map.of("x", 1)));
    return new PlannedRow(
        line,
        provider,
        "digest of " + prompt,
        Map.of("id", id, "prompt", prompt),
        shot,
        Price.usd("0.25"));
  }

  static RejectedRow rejected(long line, String reason) {
    return new RejectedRow(line, "digest of line " + line, Map.of("id", "cat"), reason);
  }
}
