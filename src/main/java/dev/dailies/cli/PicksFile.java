package dev.dailies.cli;

import dev.dailies.ledger.Picks.Pick;
import dev.dailies.ledger.Picks.Word;
import dev.dailies.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page has exported of the picks in its browser. */
final class PicksFile {

  private PicksFile() {}

  /**
   * Reads the picks.
   *
   * @param job whose picks they have to be: takes of other jobs have the same names
   */
  static List<Pick> read(Path file, String job) {
    JsonNode root = parsed(file);
    if (!root.path("picks").isArray()) {
      throw new SettingsException(
          "%s has no picks; save it with Export picks in the page".formatted(file.getFileName()));
    }
    if (!root.path("job").asString("").equals(job)) {
      throw new SettingsException(
          "%s is of another night; name the folder whose page has exported it"
              .formatted(file.getFileName()));
    }
    List<Pick> picks = new ArrayList<>();
    for (JsonNode pick : root.path("picks")) {
      try {
        picks.add(
            new Pick(
                pick.path("task").asString(""),
                Word.valueOf(pick.path("pick").asString("").toUpperCase(Locale.ROOT)),
                Instant.parse(pick.path("at").asString(""))));
      } catch (IllegalArgumentException | DateTimeException unusable) {
        throw new SettingsException(
            "%s has a pick that says neither keep, reject nor none, or not when: %s"
                .formatted(file.getFileName(), pick),
            unusable);
      }
    }
    return picks;
  }

  private static JsonNode parsed(Path file) {
    try {
      return JsonMapper.shared().readTree(Files.readAllBytes(file));
    } catch (IOException | JacksonException unreadable) {
      throw new SettingsException(
          "cannot read %s; save it with Export picks in the page".formatted(file.getFileName()),
          unreadable);
    }
  }
}
