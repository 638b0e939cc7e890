package dev.dailies.provider.comfyui.workflow;

/** A node as people find it in their workflow. */
public final class NodeName {

  private NodeName() {}

  /** As in {@code SaveVideo #5 (OUTPUT)}; a title that says no more than the class is left out. */
  public static String of(String className, String id, String title) {
    String name = className.isBlank() ? "node #" + id : className + " #" + id;
    return title.isBlank() || title.equals(className) ? name : name + " (" + title + ")";
  }
}
