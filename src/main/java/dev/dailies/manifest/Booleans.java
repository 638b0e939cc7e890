package dev.dailies.manifest;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads true and false as people and spreadsheets write them. */
final class Booleans {

  /** What spreadsheets write in other languages, always in capitals. */
  private static final Set<String> TRUES =
      Set.of(
          "WAHR",
          "VRAI",
          "VERDADERO",
          "VERO",
          "WAAR",
          "VERDADEIRO",
          "PRAWDA",
          "ИСТИНА",
          "ІСТИНА",
          "ΑΛΗΘΗΣ",
          "ISTINA",
          "RESNICA",
          "TÕENE",
          "TEISINGA",
          "EGIA",
          "DOĞRU",
          "SANT",
          "SAND",
          "SANN",
          "SATT",
          "TOSI",
          "PRAVDA",
          "IGAZ",
          "ADEVĂRAT",
          "CERT");

  private static final Set<String> FALSES =
      Set.of(
          "FALSCH",
          "FAUX",
          "FALSO",
          "ONWAAR",
          "FAŁSZ",
          "ЛОЖЬ",
          "ХИБНІСТЬ",
          "ΨΕΥΔΗΣ",
          "LAŽ",
          "NERESNICA",
          "VÄÄR",
          "KLAIDINGA",
          "GEZURRA",
          "ÓSATT",
          "YANLIŞ",
          "FALSKT",
          "FALSK",
          "USANN",
          "EPÄTOSI",
          "NEPRAVDA",
          "HAMIS",
          "FALS");

  private Booleans() {}

  /** Whether a cell says true or false; empty if it says neither. */
  static Optional<Boolean> read(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> foreign(cell);
    };
  }

  private static Optional<Boolean> foreign(String cell) {
    return TRUES.contains(cell) || FALSES.contains(cell)
        ? Optional.of(TRUES.contains(cell))
        : Optional.empty();
  }

  /** True for a word of another language, which in an option may be a name as well. */
  static boolean isForeign(String cell) {
    return foreign(cell).isPresent();
  }
}
