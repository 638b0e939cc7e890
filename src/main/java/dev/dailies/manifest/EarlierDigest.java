package dev.dailies.manifest;

import dev.dailies.files.Sha256;
import dev.dailies.provider.Input;
import dev.dailies.provider.Inputs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hashes a row as Dailies did at first, when it compared cells as they are written. A ledger from
 * then is known by it: what a file held, and what a row without an id is called.
 */
final class EarlierDigest {

  private static final Set<String> INPUTS = Set.of("image", "video", "references");
  private static final Set<String> LEFT_OUT =
      Set.of("takes", "job", "reason", "reason_code", Columns.REPLACES);
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
  private static final Pattern BAR = Pattern.compile("\\|");
  private static final Pattern AND = Pattern.compile("&");

  private EarlierDigest() {}

  static String of(Map<String, String> cells, List<String> stray, Inputs inputs) {
    Sha256 digest = new Sha256();
    new TreeMap<>(cells)
        .forEach(
            (column, value) -> {
              if (!LEFT_OUT.contains(column) && !Columns.isOwn(column)) {
                add(digest, column);
                add(digest, essence(column, value, inputs));
              }
            });
    stray.forEach(value -> add(digest, value));
    return digest.hex();
  }

  private static String essence(String column, String value, Inputs inputs) {
    if (column.startsWith(Columns.OPTIONS) && Meaning.isFile(value, inputs)) {
      return essence(value, inputs);
    }
    return INPUTS.contains(column)
        ? BAR.splitAsStream(value)
            .map(String::strip)
            .map(part -> essence(part, inputs))
            .collect(Collectors.joining("|"))
        : value.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String essence(String input, Inputs inputs) {
    return Inputs.isPath(input) && inputs.of(input) instanceof Input.LocalFile file
        ? content(file)
        : withoutSignature(input);
  }

  private static String content(Input.LocalFile file) {
    try {
      return "file " + Sha256.of(file.path());
    } catch (IOException unreadable) {
      return file.name();
    }
  }

  private static String withoutSignature(String url) {
    int query = url.indexOf('?');
    if (query < 0 || !url.regionMatches(true, 0, "http", 0, 4)) {
      return url;
    }
    int hash = url.indexOf('#', query);
    int end = hash < 0 ? url.length() : hash;
    Stream<String> parameters = AND.splitAsStream(url.substring(query + 1, end));
    String kept = parameters.filter(one -> !signs(one)).collect(Collectors.joining("&"));
    return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept) + url.substring(end);
  }

  private static boolean signs(String parameter) {
    String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
    return SIGNING.contains(name) || name.startsWith("x-amz-") || name.startsWith("x-goog-");
  }

  private static void add(Sha256 digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.add(ByteBuffer.wrap((bytes.length + ":").getBytes(StandardCharsets.US_ASCII)));
    digest.add(ByteBuffer.wrap(bytes));
  }
}
