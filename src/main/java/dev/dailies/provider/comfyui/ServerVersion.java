package dev.dailies.provider.comfyui;

import dev.dailies.provider.http.JsonAnswer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a ComfyUI server, as its {@code /system_stats} says it. */
record ServerVersion(int major, int minor, int patch) {

  private static final Pattern FORM = Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6}).*");

  /** Reads it; empty if the answer does not say. */
  static Optional<ServerVersion> in(JsonAnswer answer) {
    String version = answer.root().path("system").path("comfyui_version").asString("");
    Matcher matcher = FORM.matcher(version);
    return matcher.matches()
        ? Optional.of(new ServerVersion(number(matcher, 1), number(matcher, 2), number(matcher, 3)))
        : Optional.empty();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }

  /** What people should know of a version that does not take them. */
  String whatIsOld() {
    return "it gives prompts ids of its own, as before 0.3.45, so a prompt whose answer is lost may"
        + " stay in doubt; update it";
  }

  /** True from 0.3.45: older servers silently ignore a client's {@code prompt_id}. */
  boolean takesIds() {
    return major > 0 || minor > 3 || (minor == 3 && patch >= 45);
  }
}
