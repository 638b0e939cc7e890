package dev.dailies.provider.comfyui;

import java.util.List;

/**
 * A value of a row that goes into a workflow.
 *
 * @param name a column, {@code width}, {@code height}, or what follows {@code options.}
 * @param required true if the workflow has no value of its own for it
 */
record Parameter(
    String name, ParameterType type, boolean required, List<Target> targets, Linear linear) {

  /** The manifest's column that it comes from. */
  String column() {
    return ShotValues.columnOf(name);
  }
}
