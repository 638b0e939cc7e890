package dev.dailies.provider.comfyui;

/** Where a mapping is looked for. */
final class MappingFile {

  private MappingFile() {}

  /** The name of the file beside a workflow that holds its mapping. */
  static String nameBeside(String workflow) {
    return workflow.replaceFirst("\\.[^.]*$", "") + ".mapping.yaml";
  }
}
