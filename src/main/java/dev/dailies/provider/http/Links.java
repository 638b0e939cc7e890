package dev.dailies.provider.http;

import dev.dailies.web.WebAddress;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The web addresses in a text of an answer, each as {@link WebAddress} takes it. */
final class Links {

  private static final int LONGEST = 8000;
  private static final String SCHEME = "(?i)https?:[/\\\\]";
  private static final Pattern BEGINNING = Pattern.compile(SCHEME + ".*", Pattern.DOTALL);

  /** Before another address, or between prose and one. */
  private static final Pattern BETWEEN =
      Pattern.compile("(?:[\\s,;|\"'<>()\\[\\]{}]+|(?<=[^\\x00-\\x7f]))(?=" + SCHEME + ")");

  private static final Pattern AFTER_IN_PROSE = Pattern.compile("[\"<>`].*", Pattern.DOTALL);
  private static final Pattern PUNCTUATION = Pattern.compile("[)\\]}'.,;!|）】。，；」]+$");
  private static final Pattern FILE =
      Pattern.compile(
          "(?i).*\\.(mp4|mov|webm|mkv|m4v|zip|gif|png|jpe?g|webp|mp3|wav|flac)([?#]\\S*)?",
          Pattern.DOTALL);

  private Links() {}

  /** The text, if it is an address and nothing else; null if it is not. */
  static @Nullable String whole(String text) {
    List<String> links = in(text);
    return links.size() == 1 && BEGINNING.matcher(text.strip()).matches() ? links.get(0) : null;
  }

  /** All of them, also in prose, in Markdown and one after the other. */
  static List<String> in(String text) {
    String whole = text.strip();
    List<String> parts = List.of(BETWEEN.split(whole));
    boolean isAlone = parts.size() == 1;
    return parts.stream()
        .filter(part -> BEGINNING.matcher(part).matches())
        .map(part -> isAlone ? part : withoutProse(part))
        .map(Links::withoutWordsAfter)
        .flatMap(part -> Stream.ofNullable(address(part)))
        .toList();
  }

  private static String withoutProse(String part) {
    return PUNCTUATION.matcher(AFTER_IN_PROSE.matcher(part).replaceFirst("")).replaceFirst("");
  }

  /** A name may have a space in it; what comes after the name of a file are words. */
  private static String withoutWordsAfter(String part) {
    String first = part.strip().split("\\s", 2)[0];
    return FILE.matcher(first).matches() ? first : part.strip();
  }

  /** As it is written, but for the number of its slashes. */
  private static @Nullable String address(String text) {
    String address = text.replaceFirst("(?i)^(https?):[/\\\\]+", "$1://");
    return address.length() <= LONGEST && WebAddress.parse(address) != null ? address : null;
  }

  /** Where a path leads at a server; null if it is none. */
  static @Nullable String at(String baseUrl, String text) {
    String path = text.strip();
    WebAddress server = WebAddress.parse(baseUrl);
    if (server == null || !path.startsWith("/") || path.length() > LONGEST) {
      return null;
    }
    WebAddress address = server.resolve(path);
    return address == null ? null : address.toString();
  }
}
