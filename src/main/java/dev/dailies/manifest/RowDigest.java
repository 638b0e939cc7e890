package dev.dailies.manifest;

import dev.dailies.files.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;

/** Hashes what a row means. Every part is led by its length, so that no two rows run together. */
final class RowDigest {

  /** Leads what is hashed, so that no digest is by chance one of {@link EarlierDigest}. */
  private static final String VERSION = "by meaning";

  private RowDigest() {}

  static String of(SortedMap<String, String> meanings, List<String> stray) {
    Sha256 digest = new Sha256();
    add(digest, VERSION);
    meanings.forEach(
        (column, meaning) -> {
          add(digest, column);
          add(digest, meaning);
        });
    stray.forEach(value -> add(digest, value));
    return digest.hex();
  }

  private static void add(Sha256 digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.add(ByteBuffer.wrap((bytes.length + ":").getBytes(StandardCharsets.US_ASCII)));
    digest.add(ByteBuffer.wrap(bytes));
  }
}
