package dev.dailies.provider.comfyui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The bodies that a real server has sent. */
public final class Recording {

  /** A still of one pixel. */
  public static final String PIXEL =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGA"
          + "WjR9awAAAABJRU5ErkJggg==";

  private Recording() {}

  /** Its text, by the name of its file. */
  public static String of(String name) {
    try (InputStream file = Recording.class.getResourceAsStream(name + ".json")) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A recorded job, as if it were the one of this id. */
  public static String ofJob(String name, String id) {
    return of(name).replaceFirst("\"id\": \"[0-9a-f-]{36}\"", "\"id\": \"" + id + "\"");
  }
}
