package dev.dailies.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the scene in a shot's id, as studios number them. */
public final class SceneName {

  /** Letters and a number before the last part: SC01_SH040, EP01_SC02_SH060, 12A-3. */
  private static final Pattern FORM =
      Pattern.compile("((?:.*[_.-])?(?=[^_.-]*[0-9])[A-Za-z]*[0-9]+[A-Za-z]?)[_.-][^_.-]+");

  private SceneName() {}

  /** As in {@code SC01} of {@code SC01_SH040}; empty if the id names none. */
  public static Optional<String> of(String id) {
    Matcher form = FORM.matcher(id);
    return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
  }
}
