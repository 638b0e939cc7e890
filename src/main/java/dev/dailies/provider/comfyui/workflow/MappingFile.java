package dev.dailies.provider.comfyui.workflow;

/** Where a mapping is looked for. */
public final class MappingFile {

  private MappingFile() {}

  /** The name of the file beside a workflow that holds its mapping. */
  public static String nameBeside(String workflow) {
    return workflow.replaceFirst("\\.[^.]*$", "") + ".mapping.yaml";
  }
}
