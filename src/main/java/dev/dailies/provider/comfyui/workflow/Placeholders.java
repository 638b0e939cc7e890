package dev.dailies.provider.comfyui.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The places of a workflow that are written as {@code "%prompt%"}. */
final class Placeholders {

  private static final Pattern FORM = Pattern.compile("%([a-z][a-z0-9_.]*)%");

  private Placeholders() {}

  /**
   * All placeholders by their names, in the order of the file.
   *
   * @param except inputs that get another value anyway, where ComfyUI has placeholders of its own
   */
  static Map<String, List<Target>> in(Workflow workflow, List<Target> except) {
    Map<String, List<Target>> found = new LinkedHashMap<>();
    for (String id : workflow.ids()) {
      workflow
          .inputs(id)
          .propertyStream()
          .filter(input -> input.getValue().isString())
          .filter(input -> !except.contains(Target.whole(id, input.getKey())))
          .forEach(input -> find(id, input.getKey(), input.getValue().asString(), found));
    }
    return found;
  }

  private static void find(String id, String input, String text, Map<String, List<Target>> found) {
    Matcher matcher = FORM.matcher(text);
    while (matcher.find()) {
      boolean whole = matcher.group().equals(text);
      found
          .computeIfAbsent(matcher.group(1), name -> new ArrayList<>())
          .add(new Target(id, input, whole ? "" : matcher.group()));
    }
  }

  /** True if a value is a placeholder and nothing else. */
  static boolean isOne(JsonNode value) {
    return value.isString() && FORM.matcher(value.asString()).matches();
  }

  /** The kind of a value by its name alone. */
  static ParameterType typeOf(String name) {
    return switch (name) {
      case "image" -> ParameterType.IMAGE;
      case "video" -> ParameterType.VIDEO;
      case "audio" -> ParameterType.AUDIO;
      case "prompt", "negative_prompt", "model", "style" -> ParameterType.STRING;
      case "seed", "duration", "width", "height" -> ParameterType.INTEGER;
      case "watermark" -> ParameterType.BOOLEAN;
      default -> ParameterType.ANY;
    };
  }
}
