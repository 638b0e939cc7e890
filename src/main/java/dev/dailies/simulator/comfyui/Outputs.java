package dev.dailies.simulator.comfyui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The output folder: gives each saved file the next number of its prefix. The oldest go. Only the
 * machine uses it, under its lock.
 */
final class Outputs {

  private static final int FILES = 10_000;

  private final Map<String, Saved> files = bounded();
  private final Map<String, Integer> counters = bounded();

  List<Saved> save(Prompt prompt) {
    List<Saved> saved = new ArrayList<>();
    for (String node : prompt.outputs()) {
      Saved file = file(prompt, node);
      files.put(file.type() + ":" + Inputs.path(file.folder(), file.name()), file);
      saved.add(file);
    }
    return saved;
  }

  Optional<Saved> find(String type, String folder, String name) {
    return Optional.ofNullable(files.get(type + ":" + Inputs.path(folder, name)));
  }

  private Saved file(Prompt prompt, String node) {
    String saver = prompt.graph().type(node);
    boolean isTemp = saver.equals("PreviewImage");
    String prefix = prompt.graph().inputs(node).path("filename_prefix").asString("ComfyUI_temp");
    int slash = prefix.lastIndexOf('/');
    return new Saved(
        node,
        saver.equals("VHS_VideoCombine") ? "gifs" : "images",
        slash < 0 ? "" : prefix.substring(0, slash),
        numbered(prefix, slash, saver.endsWith("Image") ? "png" : "mp4"),
        isTemp ? "temp" : "output",
        prompt.ticket());
  }

  private String numbered(String prefix, int slash, String extension) {
    int number = counters.merge(prefix, 1, Integer::sum);
    String stem = prefix.substring(slash + 1);
    return String.format(Locale.ROOT, "%s_%05d_.%s", stem, number, extension);
  }

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > FILES;
      }
    };
  }
}
