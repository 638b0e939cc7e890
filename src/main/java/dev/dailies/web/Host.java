package dev.dailies.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the host of an address: a name in any script, or an IP address in any of its forms. */
final class Host {

  private static final Pattern BYTES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

  /** An underscore is no letter of a host name by the book, and stands in many all the same. */
  private static final Pattern NAME =
      Pattern.compile("[^\\x00-\\x20\"#%/:<>?@\\[\\\\\\]^`{|}\\x7f]+");

  private static final Pattern SIX = Pattern.compile("\\[([0-9A-Fa-f:.]+)]");

  private Host() {}

  /** The host in lower case and ASCII; null if it is none. */
  static @Nullable String parse(String text) {
    Matcher six = SIX.matcher(text);
    if (six.matches()) {
      return sixOf(six.group(1));
    }
    String name = HostLabels.inAscii(decoded(text));
    if (name == null || !NAME.matcher(name).matches()) {
      return null;
    }
    return IpFour.isMeant(name) ? IpFour.parse(name) : name;
  }

  /** Nothing is looked up: only what an address is made of gets here. */
  private static @Nullable String sixOf(String digits) {
    try {
      return "[" + InetAddress.getByName("[" + digits + "]").getHostAddress() + "]";
    } catch (UnknownHostException none) {
      return null;
    }
  }

  private static String decoded(String text) {
    return BYTES
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(fromBytes(found.group())));
  }

  private static String fromBytes(String encoded) {
    byte[] bytes = new byte[encoded.length() / 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(encoded.substring(3 * i + 1, 3 * i + 3), 16);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
