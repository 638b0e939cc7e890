package dev.dailies.manifest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand where a provider fetches an input from. */
final class UrlRules {

  private static final int LENGTH = 2048;
  private static final Pattern BAR = Pattern.compile("\\|");
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*");
  private static final Pattern DATA =
      Pattern.compile("data:(image|video)/[a-z0-9.+-]+;base64,[A-Za-z0-9+/]++={0,2}");
  private static final Pattern HOST_FIRST = Pattern.compile("(//|[a-z0-9-]+(\\.[a-z0-9-]+)+/).*");

  private final Cells cells;
  private final String column;

  private UrlRules(Cells cells, String column) {
    this.cells = cells;
    this.column = column;
  }

  /** The URL of a column; null if there is none, or none that can be used. */
  static @Nullable String read(Cells cells, String column) {
    String url = cells.get(column);
    return url != null && new UrlRules(cells, column).accepts(url) ? url : null;
  }

  /** The URLs of a column that holds several, separated by {@code |}. */
  static List<String> readAll(Cells cells, String column) {
    String urls = cells.get(column);
    return urls == null
        ? List.of()
        : BAR.splitAsStream(urls)
            .map(String::strip)
            .filter(url -> !url.isEmpty())
            .filter(new UrlRules(cells, column)::accepts)
            .toList();
  }

  private boolean accepts(String url) {
    Matcher matcher = SCHEME.matcher(url.substring(0, Math.min(url.length(), LENGTH)));
    String scheme = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    return switch (scheme) {
      case "https" -> isPlain(url) && isWellFormed(url);
      case "data" -> isData(url);
      case "" -> refuseWithoutScheme(url);
      case "file" -> refuseLocal(url);
      case "http" -> refuse(url, "the URL is http, which providers do not fetch", "use https");
      default -> refuse(url, "the URL is " + scheme + ", not https", "give an https URL");
    };
  }

  private boolean isData(String url) {
    String kind = column.equals("video") ? "video" : "image";
    if (url.startsWith(kind, "data:".length()) && DATA.matcher(url).matches()) {
      return true;
    }
    String form = "data:%s/TYPE;base64,BYTES".formatted(kind);
    return refuse(url, "the data URI is not of the form " + form, "write it so, or give a URL");
  }

  private boolean refuseWithoutScheme(String url) {
    return HOST_FIRST.matcher(url).matches()
        ? refuse(url, "the URL has no scheme", "write https:// before the host")
        : refuseLocal(url);
  }

  private boolean refuseLocal(String url) {
    return refuse(url, "local files are not supported yet", "give an https URL");
  }

  private boolean isPlain(String url) {
    if (url.length() > LENGTH) {
      String message = "the URL is %d characters long, %d are allowed";
      return refuse(url, message.formatted(url.length(), LENGTH), "use a shorter one");
    }
    OptionalInt strange = url.codePoints().filter(c -> c <= ' ' || c >= 0x7F).findFirst();
    if (strange.isEmpty()) {
      return true;
    }
    int codePoint = strange.getAsInt();
    String what = codePoint == ' ' ? "a space" : Shown.codePoint(codePoint);
    return refuse(url, "the URL holds " + what, PercentCode.advice(url, codePoint));
  }

  private boolean isWellFormed(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getRawFragment() != null) {
        cells.warning(column, url, "the part behind # is of no use to a provider", "remove it");
      }
      return hasPublicHost(url, uri.getRawAuthority());
    } catch (URISyntaxException broken) {
      String place = broken.getIndex() < 0 ? "" : " at character " + (broken.getIndex() + 1);
      String reason = broken.getReason().toLowerCase(Locale.ROOT);
      return refuse(url, "not a URL: " + reason + place, "percent-encode it, or correct it");
    }
  }

  private boolean hasPublicHost(String url, @Nullable String authority) {
    if (authority == null) {
      return refuse(url, "the URL has no host", "write https://host/path");
    }
    if (authority.contains("@")) {
      return refuse(
          url, "the URL holds a user name or a password", "use a URL that needs none, or sign it");
    }
    String host = authority.replaceFirst(":[0-9]*$", "");
    return PublicHost.objection(host)
        .map(message -> refuse(url, message, "use a host that the provider can reach"))
        .orElse(true);
  }

  private boolean refuse(String url, String message, String fix) {
    cells.error(column, url, message, fix);
    return false;
  }
}
