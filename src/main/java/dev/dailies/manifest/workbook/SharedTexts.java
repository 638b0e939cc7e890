package dev.dailies.manifest.workbook;

import java.util.ArrayList;
import java.util.List;

/** The texts that cells name by their numbers. */
final class SharedTexts {

  /** In characters, over all of them. */
  private static final int MOST = 20_000_000;

  private final List<String> texts;

  private SharedTexts(List<String> texts) {
    this.texts = texts;
  }

  /** Of a workbook without any text. */
  static SharedTexts none() {
    return new SharedTexts(List.of());
  }

  static SharedTexts read(Part part) {
    List<String> texts = new ArrayList<>();
    long length = 0;
    while (part.next()) {
      if (part.begins("si")) {
        String text = RichText.of(part, "si");
        length += text.length() + 1;
        if (length > MOST) {
          throw UnreadableWorkbookException.of(
              "holds more than %,d characters; save its rows as CSV UTF-8".formatted(MOST));
        }
        texts.add(text);
      }
    }
    return new SharedTexts(texts);
  }

  String get(String number, long row) {
    try {
      return texts.get(Integer.parseInt(number));
    } catch (IndexOutOfBoundsException | NumberFormatException none) {
      UnreadableWorkbookException broken =
          UnreadableWorkbookException.at(
              row, "a cell names a text that is not there; save it again");
      broken.initCause(none);
      throw broken;
    }
  }
}
