package dev.dailies.provider.comfyui;

import dev.dailies.provider.Input;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Review;
import dev.dailies.provider.Shot;
import dev.dailies.provider.comfyui.workflow.Parameter;
import dev.dailies.provider.comfyui.workflow.ParameterType;
import dev.dailies.provider.comfyui.workflow.ShotValues;
import dev.dailies.provider.comfyui.workflow.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges a row by what the workflow takes. */
final class ComfyuiReview {

  /** Columns that change the clip's length or watermark, but not what it shows. */
  private static final Set<String> MINOR = Set.of("duration", "watermark");

  private final Template template;
  private final Inputs inputs;

  ComfyuiReview(Template template, Inputs inputs) {
    this.template = template;
    this.inputs = inputs;
  }

  Review of(Shot shot) {
    Map<String, Object> columns = ShotValues.columns(shot, template);
    Map<String, Object> options = ShotValues.options(shot);
    List<Problem> problems = new ArrayList<>();
    template.parameters().stream()
        .filter(one -> one.required() && !has(columns, options, one.name()))
        // A ratio that gives no size has a problem of its own.
        .filter(one -> !(one.column().equals("ratio") && shot.ratio() != null))
        .map(this::missing)
        .distinct()
        .forEach(problems::add);
    if (shot.take() > 1 && template.parameter("seed").isEmpty()) {
      problems.add(sameClip());
    }
    columns.forEach((name, value) -> judge(name, ShotValues.columnOf(name), value, problems));
    options.forEach((name, value) -> judge(name, "options." + name, value, problems));
    options.keySet().stream()
        .filter(columns::containsKey)
        .forEach(name -> problems.add(saidTwice(name, options)));
    return new Review(List.copyOf(problems), ComfyuiProvider.PRICE);
  }

  /** Every shot has a seed: its own, or one derived from its id and take. */
  private static boolean has(
      Map<String, Object> columns, Map<String, Object> options, String name) {
    return columns.containsKey(name) || options.containsKey(name) || name.equals("seed");
  }

  private Problem missing(Parameter parameter) {
    String column = parameter.column();
    return Problem.error(
        column,
        null,
        "%s is missing, and the workflow %s needs it".formatted(column, file()),
        parameter.type().isFile() ? "give a file or its URL" : "fill the cell");
  }

  private Problem sameClip() {
    return Problem.warning(
        "takes",
        null,
        "the workflow %s is given no seed, so all takes would be the same clip".formatted(file()),
        "map seed to the input that makes the noise, or ask for one take");
  }

  private static Problem saidTwice(String name, Map<String, Object> options) {
    String column = ShotValues.columnOf(name);
    return Problem.error(
        "options." + name,
        String.valueOf(options.get(name)),
        name + " is what the column " + column + " says",
        "use one of the two");
  }

  private void judge(String name, String column, Object value, List<Problem> problems) {
    template
        .parameter(name)
        .ifPresentOrElse(
            parameter -> judge(parameter, column, value, problems),
            () -> ofNoUse(name, column, value, problems));
  }

  /**
   * A width or height that the workflow does not take is no problem: one of the two may be enough.
   */
  private void ofNoUse(String name, String column, Object value, List<Problem> problems) {
    boolean ofRatio = column.equals("ratio") && !name.equals("ratio");
    if (ofRatio) {
      return;
    }
    if (MINOR.contains(name)) {
      problems.add(
          Problem.warning(
              column,
              value.toString(),
              "the workflow takes no " + name + ": not sent",
              "empty it"));
      return;
    }
    boolean noSize = template.parameter("width").or(() -> template.parameter("height")).isPresent();
    problems.add(
        name.equals("ratio") && noSize
            ? Problem.error(
                column,
                value.toString(),
                "the workflow has no size of its own to bring into this ratio",
                "write pixels, as in 832:480")
            : Problem.error(
                column,
                value.toString(),
                "the workflow %s has no place for %s".formatted(file(), column),
                "leave the cell empty, or add it to the mapping"));
  }

  private void judge(Parameter parameter, String column, Object value, List<Problem> problems) {
    if (parameter.type().read(parameter.linear().of(value)).isEmpty()) {
      problems.add(
          Problem.error(
              column,
              value.toString(),
              "the workflow takes %s here".formatted(parameter.type().expected()),
              "write " + parameter.type().expected()));
    } else if (parameter.type().isFile()) {
      judgeFile(parameter.type(), column, value.toString(), problems);
    }
  }

  private void judgeFile(ParameterType type, String column, String value, List<Problem> problems) {
    Optional<String> onServer = Inputs.onServer(value);
    if (onServer.isPresent()) {
      judgeName(onServer.get(), column, value, problems);
      return;
    }
    Input input = inputs.of(value);
    if (input instanceof Input.Unusable unusable) {
      problems.add(Problem.error(column, value, unusable.problem(), unusable.fix()));
    } else if (input instanceof Input.LocalFile file) {
      judgeKind(type, column, value, file.type().mediaName(), problems);
    } else if (input instanceof Input.Inline inline) {
      judgeKind(type, column, inline.data().toString(), inline.data().mediaType(), problems);
    } else if (!value.startsWith("https://")) {
      problems.add(Problem.error(column, value, "only https addresses are fetched", "give a file"));
    }
  }

  /** The server itself says whether it has the file; it must be in the server's own folder. */
  private static void judgeName(String name, String column, String value, List<Problem> problems) {
    if (name.isEmpty() || name.startsWith("/") || name.contains("..") || name.contains("\\")) {
      problems.add(
          Problem.error(
              column,
              value,
              "this names no file in the server's folder input",
              "write server: and the name, as in server:example.png"));
    }
  }

  private static void judgeKind(
      ParameterType type, String column, String shown, String mediaName, List<Problem> problems) {
    if (!mediaName.startsWith(type.mediaPrefix())) {
      problems.add(
          Problem.error(
              column,
              shown,
              "this is %s, and the workflow takes %s here".formatted(mediaName, type.expected()),
              "give " + type.expected()));
    }
  }

  private String file() {
    return template.workflow().file();
  }
}
