package dev.dailies.settings;

import java.util.Map;

/** Loads settings in an environment that a test makes up. */
public final class SettingsOfVariables {

  private SettingsOfVariables() {}

  public static JobSetup load(
      Target target, Map<String, String> flags, Map<String, String> variables) {
    return JobSetup.load(target, flags, variables);
  }
}
