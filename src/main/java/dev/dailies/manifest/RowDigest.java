package dev.dailies.manifest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hashes what a row asks for. Every part is led by its length, so that no two rows run together.
 */
final class RowDigest {

  private static final Set<String> LEFT_OUT = Set.of("takes", "job", "reason", "reason_code");

  private static final Pattern BAR = Pattern.compile("\\|");

  private RowDigest() {}

  static String of(Row row) {
    MessageDigest digest = sha256();
    new TreeMap<>(row.cells())
        .forEach(
            (column, value) -> {
              if (!LEFT_OUT.contains(column)) {
                add(digest, column);
                add(digest, essence(column, value));
              }
            });
    row.stray().forEach(value -> add(digest, value));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String essence(String column, String value) {
    return switch (column) {
      case "image", "video" -> SignedUrl.withoutSignature(value);
      case "references" ->
          BAR.splitAsStream(value)
              .map(url -> SignedUrl.withoutSignature(url.strip()))
              .collect(Collectors.joining("|"));
      default -> value.replace("\r\n", "\n").replace('\r', '\n');
    };
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
