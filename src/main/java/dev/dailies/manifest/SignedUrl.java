package dev.dailies.manifest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells the parameters that sign a URL, and differ each time it is signed, from the others. */
final class SignedUrl {

  /** Of CloudFront, Google Cloud Storage, old S3, Azure, and of smaller hosts. */
  private static final Set<String> SIGNING =
      Set.of(
          "expires",
          "signature",
          "key-pair-id",
          "policy",
          "awsaccesskeyid",
          "googleaccessid",
          "sig",
          "se",
          "sp",
          "sv",
          "sr",
          "st",
          "spr",
          "_jwt",
          "token");

  private static final Pattern AND = Pattern.compile("&");

  private SignedUrl() {}

  /** The URL as it is without its signature; anything else as it is. */
  static String withoutSignature(String url) {
    int query = url.indexOf('?');
    if (query < 0 || !url.regionMatches(true, 0, "http", 0, 4)) {
      return url;
    }
    int hash = url.indexOf('#', query);
    int end = hash < 0 ? url.length() : hash;
    String kept =
        AND.splitAsStream(url.substring(query + 1, end))
            .filter(parameter -> !signs(parameter))
            .collect(Collectors.joining("&"));
    return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept) + url.substring(end);
  }

  private static boolean signs(String parameter) {
    String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
    return SIGNING.contains(name) || name.startsWith("x-amz-") || name.startsWith("x-goog-");
  }
}
