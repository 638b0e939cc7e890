package dev.dailies.delivery;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How clips are to be called, as in <code>{id}_{prompt:40}</code>: words in braces stand for facts
 * of the task, a number for the most characters of them.
 */
public final class NameTemplate {

  /** The facts that there are. */
  private static final Set<String> FACTS = Set.of("id", "take", "n", "model", "prompt", "date");

  private static final String FIX =
      "use {id}, {take}, {n}, {model}, {prompt:40} and {date}%s, and between them letters, digits,"
          + " spaces and . _ - + @ ~ ( ) ,";

  /** So that what tells two clips apart, and an extension, still fit into 255 bytes. */
  private static final int MAX_BYTES = 120;

  private static final Pattern PIECE =
      Pattern.compile("\\{([^{}:]+)(?::([1-9]\\d{0,2}))?}|([\\p{L}\\p{M}\\p{N} ._+@~(),-]+)");

  /** Either a text that stands for itself, or a fact and the most characters of it. */
  private record Piece(String text, boolean isFact, int most) {

    String fill(Function<String, String> facts) {
      return isFact ? PlainName.cut(PlainName.word(facts.apply(text)), most) : text;
    }
  }

  private final String written;
  private final List<Piece> pieces;

  private NameTemplate(String written, List<Piece> pieces) {
    this.written = written;
    this.pieces = pieces;
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException if it cannot be one; the message names the fix
   */
  public static NameTemplate of(String written) {
    return of(written, Set.of());
  }

  /**
   * The same where the shots have facts of their own.
   *
   * @param own their names, which may be anything
   * @throws IllegalArgumentException as above
   */
  public static NameTemplate of(String written, Set<String> own) {
    String fix =
        FIX.formatted(own.isEmpty() ? "" : ", your columns {" + String.join("}, {", own) + "}");
    String text = Normalizer.normalize(written, Form.NFC);
    List<Piece> pieces = new ArrayList<>();
    Matcher piece = PIECE.matcher(text);
    int end = 0;
    while (piece.find() && piece.start() == end) {
      pieces.add(read(piece, own, fix));
      end = piece.end();
    }
    if (end < text.length()) {
      throw new IllegalArgumentException(
          "nothing can be made of '%s'; %s".formatted(text.substring(end), fix));
    }
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("the template is empty; " + fix);
    }
    return new NameTemplate(written, List.copyOf(pieces));
  }

  private static Piece read(Matcher piece, Set<String> own, String fix) {
    String fact = piece.group(1);
    if (fact == null) {
      return new Piece(piece.group(3), false, 0);
    }
    String name =
        FACTS.contains(fact)
            ? fact
            : own.stream()
                .filter(fact::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException("there is no {%s}; %s".formatted(fact, fix)));
    int most = piece.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(piece.group(2));
    return new Piece(name, true, most);
  }

  /** True if the fact is part of every name. */
  public boolean has(String fact) {
    return pieces.stream().anyMatch(piece -> piece.isFact() && piece.text().equals(fact));
  }

  /**
   * The name of a file without its extension, safe on every system; empty if nothing of the facts
   * can stand in one.
   *
   * @param facts a text for every fact; may be anything
   */
  public String fill(Map<String, String> facts) {
    StringBuilder name = new StringBuilder();
    pieces.forEach(piece -> name.append(piece.fill(fact -> facts.getOrDefault(fact, ""))));
    return PlainName.of(name.toString(), MAX_BYTES);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return written;
  }
}
