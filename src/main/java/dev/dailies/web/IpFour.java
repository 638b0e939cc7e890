package dev.dailies.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads IPv4 addresses as every resolver does: of one to four parts, in decimal, octal or
 * hexadecimal. So {@code 0x7f.1} is seen to be this machine before anything is connected to.
 */
final class IpFour {

  private static final Pattern LAST_IS_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.?");
  private static final Pattern HEX = Pattern.compile("0x[0-9a-f]*");
  private static final Pattern OCTAL = Pattern.compile("0[0-7]+");
  private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]*|0");
  private static final int LONGEST = 17;

  private IpFour() {}

  /** True if the host can only be an address: no name ends with a number. */
  static boolean isMeant(String host) {
    return LAST_IS_NUMBER.matcher(host).matches();
  }

  /** In four decimal parts; null if it is no address. */
  static @Nullable String parse(String host) {
    String[] parts = host.replaceAll("\\.$", "").split("\\.", -1);
    if (parts.length > 4) {
      return null;
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      long room = last ? 1L << (8 * (4 - i)) : 1L << 8;
      long value = number(parts[i]);
      if (value < 0 || value >= room) {
        return null;
      }
      address = address * room + value;
    }
    return "%d.%d.%d.%d"
        .formatted(address >> 24, (address >> 16) & 0xff, (address >> 8) & 0xff, address & 0xff);
  }

  /** Less than 0 for anything else. */
  private static long number(String part) {
    if (part.length() > LONGEST) {
      return -1;
    }
    if (HEX.matcher(part).matches()) {
      return part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
    }
    if (OCTAL.matcher(part).matches()) {
      return Long.parseLong(part, 8);
    }
    return DECIMAL.matcher(part).matches() ? Long.parseLong(part) : -1;
  }
}
