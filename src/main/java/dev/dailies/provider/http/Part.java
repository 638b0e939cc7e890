package dev.dailies.provider.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which parts of a JSON value are held while it is read; all others are passed over. */
@FunctionalInterface
public interface Part {

  /** All of it. */
  Part WHOLE = name -> Part.whole();

  private static Part whole() {
    return WHOLE;
  }

  /**
   * What is held of a value in it; null if nothing is.
   *
   * @param name of an object's property, or the place in an array
   */
  @Nullable Part below(String name);

  /** True if a text in its place is held. */
  default boolean holds(String text) {
    return true;
  }

  /** True if a number or a truth value in its place is held. */
  default boolean holdsNumbers() {
    return true;
  }

  /** True if an object or an array in its place is held though nothing in it is. */
  default boolean holdsEmpty() {
    return true;
  }

  /** This part of each value, whatever its name. */
  default Part ofEach() {
    return name -> this;
  }

  /** This part of the value of that name, and nothing else. */
  default Part of(String wanted) {
    return name -> name.equals(wanted) ? this : null;
  }

  /** Parts of the values of these names, and nothing else. */
  static Part of(Map<String, Part> parts) {
    return parts::get;
  }
}
