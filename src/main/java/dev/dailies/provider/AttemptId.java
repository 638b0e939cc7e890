package dev.dailies.provider;

import java.util.UUID;

/** Our own name for an attempt, chosen before it is sent: a canonical lower-case UUID. */
public record AttemptId(String value) {

  public AttemptId {
    if (!UUID.fromString(value).toString().equals(value)) {
      throw new IllegalArgumentException("not a canonical UUID: " + value);
    }
  }

  /** A new random id. */
  public static AttemptId random() {
    return new AttemptId(UUID.randomUUID().toString());
  }
}
