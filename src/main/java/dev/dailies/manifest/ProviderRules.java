package dev.dailies.manifest;

import dev.dailies.provider.Provider;
import dev.dailies.text.NearestName;
import org.jspecify.annotations.Nullable;

/** Finds the provider that a row goes to. */
final class ProviderRules {

  private final ProviderChoice choice;

  ProviderRules(ProviderChoice choice) {
    this.choice = choice;
  }

  /** The name that the row or the settings give; null if neither gives one that can be used. */
  @Nullable String name(Cells cells) {
    if (cells.get("provider") != null) {
      return TextRules.name(cells, "provider");
    }
    if (choice.usual() == null) {
      cells.error(
          "provider",
          "no provider is named",
          "add -p NAME, or fill in the column (-p simulator costs nothing); " + configured());
    }
    return choice.usual();
  }

  @Nullable Provider find(Cells cells, @Nullable String name) {
    Provider found = name == null ? null : choice.named().apply(name);
    if (name != null && found == null) {
      String advice =
          NearestName.to(name, choice.names())
              .map(near -> "did you mean " + near + "? " + configured())
              .orElse(configured());
      cells.error(
          "provider", name, "no provider is called '" + DisplayText.text(name) + "'", advice);
    }
    return found;
  }

  private String configured() {
    return "configured: " + String.join(", ", choice.names());
  }
}
