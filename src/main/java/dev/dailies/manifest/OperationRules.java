package dev.dailies.manifest;

import dev.dailies.provider.Operation;
import dev.dailies.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what a row asks for, named or by what it brings. */
final class OperationRules {

  private static final List<String> LABELS =
      Arrays.stream(Operation.values()).map(Operation::label).toList();
  private static final Set<Operation> FROM_TEXT =
      Set.of(Operation.TEXT_TO_VIDEO, Operation.TEXT_TO_IMAGE);

  private OperationRules() {}

  /** The operation; where the row names none that can be used, the one that its inputs suggest. */
  static Operation read(Cells cells) {
    String label = cells.get("operation");
    Operation suggested = suggested(cells.all());
    if (label == null) {
      refuseTwoInputs(cells);
      return suggested;
    }
    return Operation.named(label)
        .orElseGet(
            () -> {
              cells.error("operation", "no such operation", advice(label));
              return suggested;
            });
  }

  /** Only a prompt says what to make where there is neither an image nor a video. */
  static void requirePrompt(Cells cells, Operation operation) {
    if (FROM_TEXT.contains(operation) && cells.get("prompt") == null) {
      cells.error(
          "prompt",
          "the prompt is blank, and " + operation.label() + " needs one",
          "say what to make, or give an image or a video");
    }
  }

  /** What the inputs among the cells of a row suggest. */
  static Operation suggested(Map<String, String> cells) {
    if (cells.containsKey("video")) {
      return Operation.VIDEO_TO_VIDEO;
    }
    return cells.containsKey("image") ? Operation.IMAGE_TO_VIDEO : Operation.TEXT_TO_VIDEO;
  }

  private static void refuseTwoInputs(Cells cells) {
    if (cells.get("image") != null && cells.get("video") != null) {
      cells.error(
          "operation",
          "the row has an image and a video, so the operation is open",
          "write one of: " + String.join(", ", LABELS));
    }
  }

  private static String advice(String label) {
    String choices = "use one of: " + String.join(", ", LABELS);
    return NearestName.to(label, LABELS)
        .map(near -> "did you mean " + near + "? " + choices)
        .orElse(choices);
  }
}
