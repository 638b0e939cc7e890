package dev.dailies.manifest.link;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The parameters of one way to sign.
 *
 * @param needed without these there is no signature
 * @param values how the values of those look, in their order; empty if they may be anything
 * @param more what may be there besides; a star at the end stands for any ending
 */
record Family(List<String> needed, List<Pattern> values, List<String> more) {

  private static final Pattern WORDS = Pattern.compile(" ");

  Family(String needed, String more, String... values) {
    this(words(needed), List.of(values).stream().map(Pattern::compile).toList(), words(more));
  }

  private static List<String> words(String words) {
    return WORDS.splitAsStream(words).filter(word -> !word.isEmpty()).toList();
  }

  boolean signs(List<String> parameters) {
    for (int i = 0; i < needed.size(); i++) {
      String name = needed.get(i);
      Pattern value = i < values.size() ? values.get(i) : null;
      if (parameters.stream()
          .noneMatch(
              parameter ->
                  SignedUrl.name(parameter).equals(name)
                      && !SignedUrl.value(parameter).isEmpty()
                      && (value == null || value.matcher(SignedUrl.value(parameter)).matches()))) {
        return false;
      }
    }
    return true;
  }

  boolean isLike(String name) {
    return needed.contains(name) || more.stream().anyMatch(other -> isLike(other, name));
  }

  private static boolean isLike(String other, String name) {
    return other.endsWith("*")
        ? name.startsWith(other.substring(0, other.length() - 1))
        : name.equals(other);
  }
}
