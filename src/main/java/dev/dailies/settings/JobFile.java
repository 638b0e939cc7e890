package dev.dailies.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads a job file, which holds settings of Dailies and nothing else: people share job files, and
 * one must not be able to fetch, to write or to tell anything that its reader does not expect.
 */
final class JobFile {

  private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("dailies");

  /** What a job file may not say, since it would decide where data of the user's goes. */
  private static final ConfigurationPropertyName LEDGER =
      ConfigurationPropertyName.of("dailies.ledger-url");

  private static final Pattern HEADER =
      Pattern.compile("(?i)(dailies\\.providers\\.[^.]+\\.headers)\\.([^\\[]*\\.[^\\[]*)");

  private final Path file;
  private final Placeholders placeholders;

  JobFile(Path file, Placeholders placeholders) {
    this.file = file;
    this.placeholders = placeholders;
  }

  /**
   * Reads the file; of several documents in it the last comes first.
   *
   * @throws SettingsException if it cannot be read, or holds what is no setting of Dailies
   */
  void read(Consumer<PropertySource<?>> sources) {
    List<PropertySource<?>> documents = new ArrayList<>(documents());
    Collections.reverse(documents);
    documents.stream().map(document -> checked((MapPropertySource) document)).forEach(sources);
  }

  private List<PropertySource<?>> documents() {
    Resource resource = new FileSystemResource(file);
    String name = String.valueOf(file.getFileName());
    try {
      return name.endsWith(".properties")
          ? new PropertiesPropertySourceLoader().load(name, resource, UTF_8)
          : new YamlPropertySourceLoader().load(name, resource);
    } catch (IOException | RuntimeException unreadable) {
      throw new SettingsException(
          mark(unreadable)
              .map(mark -> name + mark)
              .orElse("cannot read " + name + ": " + SettingsException.describe(unreadable)),
          unreadable);
    }
  }

  /** Where the text is no YAML, and why. */
  private static Optional<String> mark(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof MarkedYAMLException)) {
      cause = cause.getCause();
    }
    return cause instanceof MarkedYAMLException marked && marked.getProblemMark() != null
        ? Optional.of(
            ", line %d, column %d: %s"
                .formatted(
                    marked.getProblemMark().getLine() + 1,
                    marked.getProblemMark().getColumn() + 1,
                    inWords(marked.getProblem())))
        : Optional.empty();
  }

  /** What YAML calls a block is told by its indentation. */
  private static String inWords(String problem) {
    return problem.contains("<block") ? "it is not indented as the lines above it" : problem;
  }

  private PropertySource<?> checked(MapPropertySource document) {
    Map<String, Object> settings = new LinkedHashMap<>();
    document
        .getSource()
        .forEach((name, value) -> settings.put(inOneWord(name), checked(name, value)));
    return new OriginTrackedMapPropertySource(document.getName(), settings);
  }

  /** A header's name may hold dots, of which Spring makes groups. */
  private static String inOneWord(String name) {
    return HEADER.matcher(name).replaceFirst("$1[$2]");
  }

  private Object checked(String written, Object value) {
    Object plain = value instanceof OriginTrackedValue tracked ? tracked.getValue() : value;
    Origin origin = Origin.from(value);
    ConfigurationPropertyName name = ConfigurationPropertyName.adapt(written, '.');
    if (!OURS.equals(name) && !OURS.isAncestorOf(name)) {
      throw refused(origin, "'" + written + "' is no setting of Dailies; " + remedy(name));
    }
    if (LEDGER.equals(name)) {
      throw refused(origin, written + " is not taken from a file; set DAILIES_LEDGER_URL");
    }
    if (plain == null || !Placeholders.isIn(plain)) {
      return value;
    }
    if (!Placeholders.areFilledIn(written)) {
      throw refused(
          origin,
          written
              + " is taken as it is written; ${…} is filled in keys, headers and addresses alone");
    }
    return OriginTrackedValue.of(placeholders.fill(written, plain.toString()), origin);
  }

  private static String remedy(ConfigurationPropertyName name) {
    boolean forgotten =
        name.getNumberOfElements() > 0
            && SettingNames.isBelowRoot(name.getElement(0, ConfigurationPropertyName.Form.DASHED));
    return forgotten ? "write it below 'dailies:'" : "take it out";
  }

  private SettingsException refused(@Nullable Origin origin, String message) {
    String place =
        origin instanceof TextResourceOrigin text && text.getLocation() != null
            ? ", line " + (text.getLocation().getLine() + 1)
            : "";
    return new SettingsException(file.getFileName() + place + ": " + message);
  }
}
