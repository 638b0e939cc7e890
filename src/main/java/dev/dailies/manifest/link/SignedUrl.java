package dev.dailies.manifest.link;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells the parameters that sign a URL, and differ each time it is signed, from the others. Each
 * signer has a family of them, and they sign nothing unless those that it cannot do without are
 * there together: {@code st=12} alone may be a place in a video.
 */
public final class SignedUrl {

  private static final Pattern AND = Pattern.compile("&");

  /** Up to the query, the query, and what follows it. */
  private static final Pattern URL = Pattern.compile("(?is)(http[^?]*?)(?:\\?([^#]*))?(#.*|)");

  /** A signature that is a part of the path: Bunny's, Akamai's, TikTok's. */
  private static final Pattern IN_PATH =
      Pattern.compile(
          "/(?:bcdn_token=|[^/]*~hmac=)[^/]*(?=/)|/[0-9a-f]{32}/[0-9a-f]{8}(?=/video/tos/)");

  /** A path that says by itself what is behind it. Of a script only its query does. */
  private static final Pattern FILE =
      Pattern.compile(
          "(?i)https?://[^/]+/(?:.*/)?[^/]+\\.(?!(?:php|aspx?|ashx|jsp|cgi|html?)$)[a-z][a-z0-9]{1,4}");

  private SignedUrl() {}

  /** The URL as it is without its signature; anything else as it is. */
  public static String withoutSignature(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      return url;
    }
    String path = IN_PATH.matcher(parts.group(1)).replaceAll("");
    boolean file = FILE.matcher(path).matches();
    return path + unsigned(parts, file ? Signers.OF_A_FILE : Signers.OF_ANYTHING);
  }

  /** The same as Dailies had it at first; a ledger from then knows its rows so. */
  public static String withoutSignatureAtFirst(String url) {
    Matcher parts = URL.matcher(url);
    return parts.matches() ? parts.group(1) + unsigned(parts, Signers.AT_FIRST) : url;
  }

  private static String unsigned(Matcher parts, List<Family> signers) {
    String query = parts.group(2);
    if (query == null) {
      return parts.group(3);
    }
    List<String> parameters = AND.splitAsStream(query).toList();
    Set<String> signing = signing(parameters, signers);
    String kept =
        parameters.stream()
            .filter(parameter -> !signing.contains(name(parameter)))
            .collect(Collectors.joining("&"));
    return (kept.isEmpty() ? "" : "?" + kept) + parts.group(3);
  }

  private static Set<String> signing(List<String> parameters, List<Family> signers) {
    Set<String> signing = new TreeSet<>();
    signers.stream()
        .filter(family -> family.signs(parameters))
        .forEach(
            family ->
                parameters.stream()
                    .map(SignedUrl::name)
                    .filter(family::isLike)
                    .forEach(signing::add));
    return signing;
  }

  static String name(String parameter) {
    return parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
  }

  static String value(String parameter) {
    int equals = parameter.indexOf('=');
    return equals < 0 ? "" : parameter.substring(equals + 1);
  }
}
