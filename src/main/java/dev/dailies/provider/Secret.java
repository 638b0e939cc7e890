package dev.dailies.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A value that must never be printed: it does not print itself. */
public final class Secret {

  private static final Pattern ESCAPE = Pattern.compile("%..");
  private static final int SHORTEST = 4;

  /** A shorter value in base64 could be a part of any word. */
  private static final int SHORTEST_ENCODED = 8;

  private final String value;
  private final Set<String> guises;

  private Secret(String value) {
    this.value = value;
    this.guises = guises(value);
  }

  /** The ways in which a server may write the value when it repeats it. */
  private static Set<String> guises(String value) {
    Set<String> guises = new LinkedHashSet<>();
    if (value.length() >= SHORTEST) {
      String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
      guises.add(value);
      guises.add(encoded);
      guises.add(ESCAPE.matcher(encoded).replaceAll(m -> m.group().toLowerCase(Locale.ROOT)));
      guises.add(value.replace("/", "\\/"));
    }
    if (value.length() >= SHORTEST_ENCODED) {
      for (int before = 0; before < 3; before++) {
        String base64 = base64(value, before);
        guises.add(base64);
        guises.add(base64.replace('+', '-').replace('/', '_'));
      }
    }
    return guises;
  }

  /**
   * What base64 makes of the value, wherever it stands in the text that is encoded: without the
   * characters that hold bits of its neighbours.
   *
   * @param before how many bytes stand before it, modulo 3
   */
  private static String base64(String value, int before) {
    byte[] bytes = (" ".repeat(before) + value).getBytes(StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    int first = (before * 8 + 5) / 6;
    return encoded.substring(first, bytes.length * 8 / 6);
  }

  /** Wraps a value, without the white space around it. */
  public static Secret of(String value) {
    return new Secret(value.strip());
  }

  /** The value itself: for the header that needs it, and nothing else. */
  public String reveal() {
    return value;
  }

  /** True if there is nothing in it. */
  public boolean isEmpty() {
    return value.isEmpty();
  }

  /**
   * Why no header can carry it; empty if one can. The HTTP client would print it in its refusal.
   */
  public Optional<String> problem() {
    if (isEmpty()) {
      return Optional.of("there is no API key");
    }
    boolean sendable = value.chars().allMatch(c -> c > ' ' && c < 127);
    return sendable
        ? Optional.empty()
        : Optional.of("the API key holds a blank or a character that no key has");
  }

  /** Takes the value out of a text that is about to be shown, also where it is encoded. */
  public String redact(String text) {
    String redacted = text;
    for (String guise : guises) {
      redacted = redacted.replace(guise, "***");
    }
    return redacted;
  }

  @Override
  public String toString() {
    return "***";
  }
}
