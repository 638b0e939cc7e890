package dev.dailies.manifest.table;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The beginning of a file, which tells a manifest from what is often mistaken for one.
 *
 * @param text one character per byte
 */
record FirstBytes(String text) {

  static final int COUNT = 4096;

  private static final Map<String, String> SIGNATURES =
      Map.ofEntries(
          entry("\u001f\u008b", "is compressed with gzip; unpack it first"),
          entry("7z\u00bc\u00af", "is a 7z archive; unpack it first"),
          entry("Rar!\u001a", "is a RAR archive; unpack it first"),
          entry(
              "\u00d0\u00cf\u0011\u00e0",
              "is protected by a password, or an old workbook (.xls); save it as .xlsx without a"
                  + " password"),
          entry("%PDF", "is a PDF; export the table as CSV UTF-8"),
          entry("{\\rtf", "is a text document (RTF); save its table as CSV UTF-8"),
          entry("\u0089PNG", picture("PNG")),
          entry("\u00ff\u00d8\u00ff", picture("JPEG")),
          entry("GIF8", picture("GIF")),
          entry("II*\0", picture("TIFF")),
          entry("MM\0*", picture("TIFF")),
          entry("\u001aE\u00df\u00a3", noList("a video (WebM or MKV)")),
          entry("OggS", noList("a sound or a video (Ogg)")),
          entry("ID3", noList("a sound (MP3)")),
          entry("fLaC", noList("a sound (FLAC)")),
          entry("\u00fe\u00ff", "is UTF-16; save it as UTF-8"),
          entry("\u00ff\u00fe", "is UTF-16; save it as UTF-8"));

  /** What follows a length and {@code ftyp}; any other is a video. */
  private static final Map<String, String> BOXED =
      Map.of("hei", picture("HEIC"), "mif", picture("HEIC"), "avi", picture("AVIF"));

  /** What follows {@code RIFF} and a length. */
  private static final Map<String, String> RIFF =
      Map.of(
          "WEBP",
          picture("WebP"),
          "AVI ",
          noList("a video (AVI)"),
          "WAVE",
          noList("a sound (WAV)"));

  private static String picture(String kind) {
    return noList((kind.startsWith("A") ? "an " : "a ") + kind + " image");
  }

  private static String noList(String what) {
    return "is %s, not a list; give a CSV, an .xlsx or JSON lines".formatted(what);
  }

  /** Looks at the beginning of a stream that can go back, and leaves it behind its mark. */
  static FirstBytes of(InputStream in) throws IOException {
    in.mark(COUNT);
    FirstBytes first = of(in.readNBytes(COUNT));
    in.reset();
    in.skipNBytes(first.mark());
    return first;
  }

  static FirstBytes of(byte[] bytes) {
    return new FirstBytes(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** How many bytes a byte order mark takes up. */
  int mark() {
    return text.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
  }

  /** True for rows in JSON, one object each: no header begins so. */
  boolean isJson() {
    return text.substring(mark()).stripLeading().matches("(?s)(\\[\\s*)?\\{.*");
  }

  /** True for what may be an Excel workbook. */
  boolean isZip() {
    return text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006");
  }

  /** What is wrong with the file and what to do; empty if it may be a manifest. */
  Optional<String> objection() {
    String start = text.substring(mark());
    if (start.stripLeading().startsWith("<")) {
      return Optional.of(markup(start.toLowerCase(Locale.ROOT)));
    }
    Optional<String> known = signature();
    return known.isEmpty() && hasNulPattern() ? Optional.of("is UTF-16; save it as UTF-8") : known;
  }

  private Optional<String> signature() {
    if (text.startsWith("ftyp", 4)) {
      return at(8, BOXED).or(() -> Optional.of(noList("a video (MP4 or MOV)")));
    }
    return text.startsWith("RIFF") ? at(8, RIFF) : at(0, SIGNATURES);
  }

  private Optional<String> at(int place, Map<String, String> signatures) {
    return signatures.entrySet().stream()
        .filter(signature -> text.startsWith(signature.getKey(), place))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String markup(String start) {
    return start.contains("<html") || start.contains("<!doctype html")
        ? "is a web page, not CSV; download the file itself"
        : "begins with '<' like XML or HTML; export it as CSV UTF-8";
  }

  /** Latin text in UTF-16 has a NUL in every other byte. */
  private boolean hasNulPattern() {
    long even = nuls(0);
    long odd = nuls(1);
    return Math.max(even, odd) > text.length() / 4 && Math.min(even, odd) == 0;
  }

  private long nuls(int parity) {
    return IntStream.range(0, text.length())
        .filter(i -> i % 2 == parity && text.charAt(i) == 0)
        .count();
  }
}
