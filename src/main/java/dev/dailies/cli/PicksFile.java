package dev.dailies.cli;

import dev.dailies.files.FileNames;
import dev.dailies.job.run.Program;
import dev.dailies.ledger.Picks.Pick;
import dev.dailies.ledger.Picks.Word;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.SettingsException;
import dev.dailies.settings.Target;
import dev.dailies.text.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
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

  /**
   * Says of a picks file that was named as the list what it is for: read as a list it has no rows,
   * and all that is there would belong to none.
   *
   * @throws SettingsException if it is one
   */
  static void refuseAsList(JobSetup setup) {
    Target target = setup.target();
    if (setup.published().isPresent() || !isOne(target.path())) {
      return;
    }
    String folder = target.memory() == null ? "FOLDER" : setup.shown(setup.files().output());
    throw new SettingsException(
        "%s is a picks file, not a list; take it over with: %s picks %s %s"
            .formatted(
                target.name(),
                Program.shown(),
                ShellWord.of(folder),
                ShellWord.of(setup.shown(target.path()))));
  }

  private static boolean isOne(Path file) {
    if (!FileNames.text(file).endsWith(".json")) {
      return false;
    }
    try (JsonParser parser = JsonMapper.shared().createParser(file)) {
      return parser.nextToken() == JsonToken.START_OBJECT && hasPicks(parser);
    } catch (JacksonException unreadable) {
      return false;
    }
  }

  /** Nothing is kept of what is read: a list may be longer than the memory. */
  private static boolean hasPicks(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean isNamed = parser.currentName().equals("picks");
      if (parser.nextToken() == JsonToken.START_ARRAY && isNamed) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
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
