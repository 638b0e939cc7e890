package dev.dailies.provider.models;

import java.util.function.Function;

/**
 * What a column of the manifest becomes on the wire.
 *
 * @param name of the field
 * @param shape makes the field's value from the column's
 */
public record Field(String column, String name, Function<Object, Object> shape) {

  /** A field that holds the column's value as it is. */
  public static Field of(String column, String name) {
    return new Field(column, name, Function.identity());
  }

  /** The same field under another name. */
  Field named(String other) {
    return new Field(column, other, shape);
  }

  /** A field that holds the column's value in another shape. */
  public static Field of(String column, String name, Function<Object, Object> shape) {
    return new Field(column, name, shape);
  }
}
