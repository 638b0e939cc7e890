package dev.dailies.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * Fills <code>${VARIABLE}</code> and <code>${VARIABLE:instead}</code> from the environment, in
 * keys, headers and addresses alone. Anywhere else it is text: who shares a job file must not get
 * at a variable by a file's name or a line of the log.
 */
final class Placeholders {

  private static final List<String> FILLED = List.of("headers", "servers", "proxy");

  private static final Pattern SECRET =
      Pattern.compile("KEY|SECRET|TOKEN|PASS|CREDENTIAL|AUTH", Pattern.CASE_INSENSITIVE);

  private final PropertyPlaceholderHelper helper =
      new PropertyPlaceholderHelper("${", "}", ":", null, false);

  private final Map<String, String> variables;

  /**
   * @param variables the environment
   */
  Placeholders(Map<String, String> variables) {
    this.variables = variables;
  }

  /** True for text in which a placeholder would stand out. */
  static boolean isIn(Object value) {
    return value.toString().contains("${");
  }

  /** The setting's value with its placeholders filled, if it is one in which they are. */
  String fill(String setting, String value) {
    String kind = kind(setting);
    if (!isFilled(kind) || !isIn(value)) {
      return value;
    }
    try {
      return helper.replacePlaceholders(value, name -> variable(kind, name));
    } catch (IllegalArgumentException unknown) {
      throw new SettingsException(
          "%s: a variable in '%s' is not set; export it, or take the line out"
              .formatted(setting, value),
          unknown);
    }
  }

  /** True for a setting in which placeholders are filled. */
  static boolean areFilledIn(String setting) {
    return isFilled(kind(setting));
  }

  private @Nullable String variable(String kind, String name) {
    if (isShown(kind) && SECRET.matcher(name).find()) {
      throw new SettingsException(
          "%s holds '${%s}', but addresses are shown and kept; put a secret into api-key or headers"
              .formatted(kind, name));
    }
    return variables.get(name);
  }

  private static boolean isFilled(String kind) {
    return SettingNames.isSame(kind, "api-key") || kind.endsWith("url") || FILLED.contains(kind);
  }

  /** Addresses are printed, and kept with each attempt. */
  private static boolean isShown(String kind) {
    return kind.endsWith("url") || kind.equals("servers");
  }

  /** The word that says what the setting is, in its dashed form. */
  private static String kind(String setting) {
    ConfigurationPropertyName name = ConfigurationPropertyName.adapt(setting, '.');
    int size = name.getNumberOfElements();
    int place = size > 1 && word(name, 1).equals("providers") ? 3 : size - 1;
    return place < size && place >= 0 ? word(name, place) : "";
  }

  private static String word(ConfigurationPropertyName name, int place) {
    return name.getElement(place, ConfigurationPropertyName.Form.DASHED).toLowerCase(Locale.ROOT);
  }
}
