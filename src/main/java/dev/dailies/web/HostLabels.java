package dev.dailies.web;

import java.net.IDN;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the name of a host in ASCII, as browsers do (UTS 46, not transitional). */
final class HostLabels {

  /**
   * Letters that the standard of 2003, which {@code java.net.IDN} follows, writes as others or
   * leaves out. To browsers they are letters of their own, and so the host is another.
   */
  private static final Pattern OF_THEIR_OWN = Pattern.compile("[ßςẞ\u200c\u200d]");

  private static final Pattern DOT = Pattern.compile("[.\u3002\uff0e\uff61]");
  private static final int LONGEST = 63;

  private HostLabels() {}

  /** The name in lower case; null if it can be no name. */
  static @Nullable String inAscii(String name) {
    try {
      return OF_THEIR_OWN.matcher(name).find()
          ? Arrays.stream(DOT.split(name, -1))
              .map(HostLabels::label)
              .collect(Collectors.joining("."))
          : byTheOldStandard(name);
    } catch (IllegalArgumentException noName) {
      return null;
    }
  }

  private static String label(String label) {
    if (!OF_THEIR_OWN.matcher(label).find()) {
      return label.isEmpty() ? label : byTheOldStandard(label);
    }
    StringBuilder lower = new StringBuilder();
    // One by one: a whole word's last sigma would become another letter.
    label.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    String ascii = "xn--" + Punycode.of(Normalizer.normalize(lower, Form.NFKC));
    if (ascii.length() > LONGEST) {
      throw new IllegalArgumentException("the part of a name is too long");
    }
    return ascii;
  }

  private static String byTheOldStandard(String name) {
    return name.chars().allMatch(c -> c < 0x80)
        ? name.toLowerCase(Locale.ROOT)
        : IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
  }
}
