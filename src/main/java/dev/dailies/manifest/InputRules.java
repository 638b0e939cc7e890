package dev.dailies.manifest;

import dev.dailies.manifest.link.HostName;
import dev.dailies.manifest.link.PercentCode;
import dev.dailies.manifest.link.PublicHost;
import dev.dailies.manifest.link.SharePage;
import dev.dailies.media.DataUri;
import dev.dailies.media.MediaType;
import dev.dailies.provider.Input;
import dev.dailies.provider.Inputs;
import dev.dailies.web.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand where an image or a video is named: a URL, a data URI, or a file's path. */
final class InputRules {

  private static final int LENGTH = 2048;
  private static final Pattern BAR = Pattern.compile("\\|");
  private static final Pattern WINDOWS_PATH = Pattern.compile("(?s)([A-Za-z]:[\\\\/]|\\\\\\\\).*");
  private static final Pattern HOST_FIRST = Pattern.compile("(//|[a-z0-9-]+(\\.[a-z0-9-]+)+/).*");

  private final Cells cells;
  private final Inputs inputs;
  private final String column;
  private final boolean serverHasFiles;

  private InputRules(Cells cells, Inputs inputs, String column, boolean serverHasFiles) {
    this.cells = cells;
    this.inputs = inputs;
    this.column = column;
    this.serverHasFiles = serverHasFiles;
  }

  /** The input of a column; null if there is none, or none that can be used. */
  static @Nullable String read(Cells cells, Inputs inputs, String column, boolean serverHasFiles) {
    String input = cells.get(column);
    return input == null
        ? null
        : new InputRules(cells, inputs, column, serverHasFiles).accepted(input).orElse(null);
  }

  /** The inputs of a column that holds several, separated by {@code |}. */
  static List<String> readAll(Cells cells, Inputs inputs, String column) {
    String urls = cells.get(column);
    return urls == null
        ? List.of()
        : BAR.splitAsStream(urls)
            .map(Invisible::strip)
            .filter(url -> !url.isEmpty())
            .map(new InputRules(cells, inputs, column, false)::accepted)
            .flatMap(Optional::stream)
            .toList();
  }

  /** The input as it is sent; empty if it cannot be. */
  private Optional<String> accepted(String cell) {
    String input = sent(cell);
    Optional<String> inAscii =
        Inputs.scheme(input).equals("https") ? HostName.inAscii(input) : Optional.empty();
    String sent = inAscii.orElse(input);
    if (!accepts(sent)) {
      return Optional.empty();
    }
    if (inAscii.isPresent()) {
      cells.warning(
          column,
          input,
          "the host is sent as it is called in ASCII: " + URI.create(sent).getHost(),
          "write it so, or leave it");
    }
    return Optional.of(sent);
  }

  /** A URL as browsers send it: a space in it becomes {@code %20}. */
  static String sent(String input) {
    return Inputs.scheme(input).equals("https") ? PercentCode.sent(input) : input;
  }

  private boolean accepts(String url) {
    String scheme = Inputs.scheme(url);
    return switch (scheme) {
      case "https" -> isPlain(url) && isWellFormed(url);
      case "data" -> isData(url);
      case "" -> acceptsWithoutScheme(url);
      case "server" -> serverHasFiles || isNoServer(url);
      case "file" -> refuse(url, "this is a file: URL", "write the file's path");
      case "http" -> refuse(url, "the URL is http, which providers do not fetch", "use https");
      default -> refuse(url, "the URL is " + scheme + ", not https", "give an https URL");
    };
  }

  private boolean isData(String url) {
    String kind = column.equals("video") ? "video" : "image";
    if (DataUri.of(url).filter(data -> data.mediaType().startsWith(kind + "/")).isPresent()) {
      return true;
    }
    String form = "data:%s/TYPE;base64,BYTES".formatted(kind);
    return refuse(url, "the data URI is not of the form " + form, "write it so, or give a URL");
  }

  private boolean acceptsWithoutScheme(String url) {
    return beginsWithHost(url)
        ? refuse(url, "the URL has no scheme", "write https:// before the host")
        : isFile(url);
  }

  /** True for a path from the root of a Windows machine. */
  static boolean isOnWindows(String path) {
    return WINDOWS_PATH.matcher(path).matches();
  }

  /** True for what is meant as a URL, but has no scheme. */
  static boolean beginsWithHost(String cell) {
    return HOST_FIRST.matcher(cell).matches();
  }

  private boolean isFile(String path) {
    if (isOnWindows(path)) {
      return refuse(
          path,
          "this is a path on a Windows machine",
          "put the file beside the manifest and write its name, or give a URL");
    }
    Input input = inputs.of(path);
    if (input instanceof Input.Unusable unusable) {
      return refuse(path, unusable.problem(), unusable.fix());
    }
    boolean video = column.equals("video");
    MediaType type = ((Input.LocalFile) input).type();
    if (type == MediaType.HEIC) {
      return refuse(
          path,
          "the file is a HEIC picture, as phones take them",
          video ? "name a video" : "convert it to JPEG or PNG");
    }
    if (video ? type.isVideo() : type.isImage()) {
      return true;
    }
    String wanted = video ? "a video" : "an image";
    return refuse(
        path, "the file is %s, by its first bytes".formatted(type.mediaName()), "name " + wanted);
  }

  private boolean isNoServer(String url) {
    return refuse(
        url,
        "the provider has no files of yours that a row could name",
        "give a URL, or the path of a file");
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
    String what = codePoint == ' ' ? "a space" : DisplayText.codePoint(codePoint);
    return refuse(url, "the URL holds " + what, PercentCode.advice(url, codePoint));
  }

  private boolean isWellFormed(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getRawFragment() != null) {
        cells.warning(column, url, "the part behind # is of no use to a provider", "remove it");
      }
      SharePage.of(url)
          .ifPresent(
              site ->
                  cells.warning(
                      column,
                      url,
                      "this is a page of %s that shows a file, not the file".formatted(site),
                      SharePage.fix(site)));
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
        .orElseGet(() -> isOfTheWeb(url));
  }

  private boolean isOfTheWeb(String url) {
    return WebAddress.parse(url) != null
        || refuse(url, "the URL has no valid host or port", "correct it");
  }

  private boolean refuse(String url, String message, String fix) {
    cells.error(column, url, message, fix);
    return false;
  }
}
