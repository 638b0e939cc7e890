package dev.dailies.manifest;

import dev.dailies.files.Sha256;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/**
 * Makes an id safe as the name of a file. The same id is always made the same, so that its row
 * keeps its clips.
 */
public final class SafeId {

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_-])?");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}]+");
  private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9._-]+");
  private static final Pattern START = Pattern.compile("^[._-]+");
  private static final Pattern END = Pattern.compile("[._]+$");
  private static final int HASH_LENGTH = 12;

  private SafeId() {}

  /** True for an id that stays as it is. */
  static boolean isSafe(String id) {
    return PLAIN.matcher(id).matches();
  }

  /**
   * Letters lose their accents, and whatever else is no letter A-Z, digit, dot, dash or underscore
   * becomes one underscore, or nothing at either end. An id of which nothing is left is called by a
   * hash.
   */
  public static String of(String id) {
    if (isSafe(id)) {
      return id;
    }
    String plain = UNSEEN.matcher(Normalizer.normalize(id, Form.NFKD)).replaceAll("");
    String joined = STRANGE.matcher(plain).replaceAll("_");
    String safe = END.matcher(START.matcher(joined).replaceAll("")).replaceAll("");
    return safe.isEmpty() ? "shot-" + hash(id) : safe;
  }

  private static String hash(String id) {
    return Sha256.of(Normalizer.normalize(id, Form.NFC)).substring(0, HASH_LENGTH);
  }
}
