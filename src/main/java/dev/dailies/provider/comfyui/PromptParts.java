package dev.dailies.provider.comfyui;

import static dev.dailies.provider.http.Part.WHOLE;

import dev.dailies.provider.http.Part;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is held of the answers about prompts. They have whole graphs, the editor's own drawing of
 * each, and all that nodes have shown: pictures and texts too.
 */
final class PromptParts {

  private static final Set<String> OF_A_FILE = Set.of("filename", "subfolder", "type");

  /** Long, and full of prompts and paths. */
  private static final Set<String> NOT_TOLD =
      Set.of("current_inputs", "current_outputs", "traceback");

  private static final Part FILE =
      new Part() {
        @Override
        public @Nullable Part below(String name) {
          return OF_A_FILE.contains(name) ? WHOLE : null;
        }

        @Override
        public boolean holds(String text) {
          return false;
        }

        @Override
        public boolean holdsNumbers() {
          return false;
        }
      };
  private static final Part OUTPUTS = FILE.ofEach().ofEach().ofEach();
  private static final Part NAMES = Part.of(Map.of("class_type", WHOLE, "_meta", WHOLE)).ofEach();
  private static final Part ERROR = name -> NOT_TOLD.contains(name) ? null : WHOLE;
  private static final Part MESSAGES = ERROR.ofEach().ofEach();
  private static final Part STATUS = Part.of(Map.of("status_str", WHOLE, "messages", MESSAGES));

  /** Of an answer of {@code /api/jobs}. */
  static final Part JOB =
      Part.of(
          Map.of(
              "id", WHOLE,
              "status", WHOLE,
              "error", WHOLE,
              "outputs", OUTPUTS,
              "workflow", NAMES.of("prompt"),
              "execution_status", STATUS,
              "execution_error", ERROR));

  /** Of an answer of {@code /queue}: the ids. */
  static final Part QUEUE = WHOLE.of("1").ofEach().ofEach();

  /** Of an answer of {@code /history}. */
  static final Part HISTORY =
      Part.of(Map.of("outputs", OUTPUTS, "prompt", NAMES.of("2"), "status", STATUS)).ofEach();

  /** Of the answer to a posted prompt: not the list of all that a node would take. */
  static final Part CREATED = allBut("input_config");

  private PromptParts() {}

  private static Part allBut(String unwanted) {
    return new Part() {
      @Override
      public @Nullable Part below(String name) {
        return name.equals(unwanted) ? null : this;
      }
    };
  }
}
