package dev.dailies.provider.generator;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.Input;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Review;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import dev.dailies.provider.models.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges a row: the generator takes an image and a text, and nothing else. */
final class GeneratorReview {

  private static final Set<String> TAKEN = Set.of("image", "prompt");

  /** What the clip can do without. */
  private static final Set<String> MINOR =
      Set.of("duration", "watermark", "options.negative_prompt");

  /** By its page; its form takes WebP as well. */
  private static final Set<String> IMAGES =
      Set.of("image/jpeg", "image/png", "image/webp", "image/gif");

  private final Inputs inputs;

  GeneratorReview(Inputs inputs) {
    this.inputs = inputs;
  }

  Review of(Shot shot) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Object> columns = Columns.of(shot);
    for (String column : List.of("image", "prompt")) {
      if (!columns.containsKey(column)) {
        String message = column + " is missing, and the generator needs it";
        problems.add(Problem.error(column, null, message, "fill the cell"));
      }
    }
    columns.forEach(
        (column, value) -> {
          if (!TAKEN.contains(column)) {
            problems.add(notSent(column, value.toString()));
          }
        });
    shot.options().keySet().forEach(name -> problems.add(notSent("options." + name, null)));
    judgeImage(shot.image(), problems);
    return new Review(List.copyOf(problems), null);
  }

  private static Problem notSent(String column, @Nullable String value) {
    return MINOR.contains(column)
        ? Problem.warning(
            column, value, "the generator has no " + column + ": not sent", "empty it")
        : Problem.error(column, value, "the generator has no " + column, "leave the cell empty");
  }

  private void judgeImage(@Nullable String image, List<Problem> problems) {
    Input input = image == null ? null : inputs.of(image);
    if (input instanceof Input.Unusable unusable) {
      problems.add(Problem.error("image", image, unusable.problem(), unusable.fix()));
    } else if (input instanceof Input.LocalFile file) {
      judgeType(image, file.type().mediaName(), problems);
    } else if (input instanceof Input.Inline inline) {
      judgeType(inline.data().toString(), inline.data().mediaType(), problems);
    }
  }

  private static void judgeType(@Nullable String shown, String type, List<Problem> problems) {
    if (!IMAGES.contains(type)) {
      problems.add(Problem.error("image", shown, notTaken(type).reason(), "convert it"));
    }
  }

  static Submission.Refused notTaken(String type) {
    return new Submission.Refused(
        "input", "the generator takes JPEG, PNG, WebP and GIF, not " + type, Evidence.NONE);
  }
}
