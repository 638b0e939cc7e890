package dev.dailies.manifest.link;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Says how to write in a URL what may not stand there as it is. */
public final class PercentCode {

  private PercentCode() {}

  /** What to write instead of a character that a URL cannot have. */
  public static String advice(String url, int codePoint) {
    String host = host(url);
    return host.codePoints().anyMatch(c -> c >= 0x7F)
        ? "write the host in ASCII" + ascii(host)
        : "write " + of(codePoint) + " instead";
  }

  private static String of(int codePoint) {
    StringBuilder code = new StringBuilder();
    for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      code.append("%%%02X".formatted(b));
    }
    return code.toString();
  }

  private static String host(String url) {
    String rest = url.substring(url.indexOf(':') + 1).replaceFirst("^/+", "");
    return rest.split("[/?#:]", 2)[0];
  }

  private static String ascii(String host) {
    try {
      return ": " + IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException noHostAtAll) {
      return "";
    }
  }
}
