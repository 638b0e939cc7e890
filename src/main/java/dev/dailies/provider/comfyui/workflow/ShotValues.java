package dev.dailies.provider.comfyui.workflow;

import dev.dailies.files.Sha256;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Used;
import dev.dailies.provider.models.Columns;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a row says, by the names that a mapping has for it. */
public final class ShotValues {

  private static final Set<String> COLUMNS =
      Set.of("prompt", "image", "video", "model", "duration", "seed", "watermark", "style");
  private static final Set<String> SIZE = Set.of("width", "height");
  private static final String OPTIONS = "options.";

  private ShotValues() {}

  /** The manifest's column of a name. */
  public static String columnOf(String name) {
    if (SIZE.contains(name)) {
      return "ratio";
    }
    return COLUMNS.contains(name) || name.equals("ratio") || name.equals("references")
        ? name
        : OPTIONS + name;
  }

  /** What the columns say; a ratio that gives the workflow a size is there as that. */
  public static Map<String, Object> columns(Shot shot, Template template) {
    Map<String, Object> values = Columns.of(shot);
    String ratio = shot.ratio();
    if (ratio != null && SIZE.stream().anyMatch(name -> template.parameter(name).isPresent())) {
      Size.of(ratio, template.usualSize())
          .ifPresent(
              size -> {
                values.remove("ratio");
                values.put("width", size.width());
                values.put("height", size.height());
              });
    }
    return values;
  }

  /** What the columns {@code options.…} say, by what follows. */
  public static Map<String, Object> options(Shot shot) {
    Map<String, Object> values = new LinkedHashMap<>();
    flatten("", shot.options(), values);
    return values;
  }

  /** The names of what the row itself says. */
  public static Set<String> said(Shot shot, Template template) {
    Set<String> said = new HashSet<>(options(shot).keySet());
    said.addAll(columns(shot, template).keySet());
    return said;
  }

  /** All that goes into the workflow: a row without a seed has one by its id and take. */
  public static Map<String, Object> of(Shot shot, Template template) {
    Map<String, Object> values = options(shot);
    values.putAll(columns(shot, template));
    values.putIfAbsent("seed", usualSeed(shot));
    return values;
  }

  private static void flatten(String prefix, Map<?, ?> options, Map<String, Object> values) {
    options.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> group) {
            flatten(prefix + name + ".", group, values);
          } else {
            values.put(prefix + name, value == null ? "null" : value);
          }
        });
  }

  /** Differs between rows and takes; the workflow's own would make all takes the same clip. */
  private static BigInteger usualSeed(Shot shot) {
    String digest = Sha256.of(shot.id() + "@" + shot.take());
    return new BigInteger(digest.substring(0, 8), 16);
  }

  /** What the workflow gets, also where the row says nothing. */
  public static Used used(Shot shot, Template template) {
    Map<String, Object> values = of(shot, template);
    values.keySet().removeIf(name -> template.parameter(name).isEmpty());
    Size size = template.usualSize();
    Object width = values.getOrDefault("width", size == null ? null : size.width());
    Object height = values.getOrDefault("height", size == null ? null : size.height());
    return new Used(
        values.get("seed") instanceof Number seed ? new BigInteger(seed.toString()) : null,
        values.get("duration") instanceof Integer seconds ? seconds : null,
        width == null || height == null ? (String) values.get("ratio") : width + ":" + height);
  }
}
