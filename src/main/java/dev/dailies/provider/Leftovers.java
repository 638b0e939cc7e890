package dev.dailies.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider has left of a task that it no longer knows.
 *
 * @param outputs links of the results, if they are there all the same, and whole
 * @param trace what else was found of it, as a sentence for people; null if nothing was
 * @param maySendAgain true if making it again costs no money, or if the settings say so
 */
public record Leftovers(List<String> outputs, @Nullable String trace, boolean maySendAgain) {

  /** Nothing is known, and nothing may be done without a person. */
  public static final Leftovers NONE = new Leftovers(List.of(), null, false);

  public Leftovers {
    outputs = List.copyOf(outputs);
  }
}
