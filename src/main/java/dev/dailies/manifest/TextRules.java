package dev.dailies.manifest;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in a cell that is plain text. */
final class TextRules {

  private static final int LENGTH = 100;
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.,]{0,20}[0-9]%?");

  private TextRules() {}

  /** The prompt, empty if there is none. How long it may be is for the provider to say. */
  static String prompt(Cells cells) {
    String prompt = cells.get("prompt");
    if (prompt == null) {
      return "";
    }
    if (ErrorWord.isNothing(prompt)) {
      cells.error("prompt", "the prompt is a word for nothing", "say what to make");
    }
    if (NUMBER.matcher(prompt).matches()) {
      cells.error(
          "prompt",
          "the prompt is a number: a spreadsheet may have calculated it",
          "say what to make");
    }
    prompt
        .codePoints()
        .filter(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
        .findFirst()
        .ifPresent(
            c ->
                cells.error(
                    "prompt",
                    "the prompt holds the control character " + DisplayText.codePoint(c),
                    "remove it"));
    return prompt;
  }

  /** A short name; null if there is none, or none that can be used. */
  static @Nullable String name(Cells cells, String column) {
    String name = cells.get(column);
    if (name == null) {
      return null;
    }
    OptionalInt hidden = name.codePoints().filter(DisplayText::isHidden).findFirst();
    if (hidden.isPresent()) {
      String message = "the " + column + " holds " + DisplayText.codePoint(hidden.getAsInt());
      cells.error(column, message, "remove it");
      return null;
    }
    if (name.length() > LENGTH) {
      String message = "the %s is %d characters long, %d are allowed";
      cells.error(column, message.formatted(column, name.length(), LENGTH), "shorten it");
      return null;
    }
    return name;
  }

  /** Whether to ask for a watermark; null if the row does not say. */
  static @Nullable Boolean watermark(Cells cells) {
    String watermark = cells.get("watermark");
    if (watermark == null) {
      return null;
    }
    Optional<Boolean> said = Booleans.read(watermark);
    if (said.isEmpty()) {
      cells.error("watermark", "the watermark is neither true nor false", "write true or false");
    }
    return said.orElse(null);
  }
}
