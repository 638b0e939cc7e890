package dev.dailies.manifest.link;

import dev.dailies.web.WebAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says how to write in a URL what may not stand there as it is. */
public final class PercentCode {

  /** What browsers send encoded, and people paste so; of other signs it is open what is meant. */
  private static final Pattern UNDERSTOOD =
      Pattern.compile(
          "[ \\[\\]{|}]|[\\p{L}\\p{M}\\p{N}\\p{S}\\p{P}&&[^\\x00-\\x7f\u00ab\u00bb\u201c-\u201f\u2026\ufffd]]");

  private static final Pattern AFTER_HOST = Pattern.compile("(?s)([A-Za-z]+:/*[^/?#]*)(.*)");

  private PercentCode() {}

  /**
   * A URL as browsers send it, where it is plain what is meant: with its letters of any script, its
   * spaces and its brackets encoded. Quotes and what cannot be seen stay, to be asked about.
   */
  public static String sent(String url) {
    Matcher parts = AFTER_HOST.matcher(url);
    return parts.matches()
        ? parts.group(1)
            + UNDERSTOOD
                .matcher(parts.group(2))
                .replaceAll(found -> WebAddress.encoded(found.group()))
        : url;
  }

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
    String ascii = WebAddress.hostInAscii(host);
    return ascii == null ? "" : ": " + ascii;
  }
}
