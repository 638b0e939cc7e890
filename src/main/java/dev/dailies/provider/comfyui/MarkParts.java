package dev.dailies.provider.comfyui;

import dev.dailies.provider.http.Part;
import java.util.Map;

/**
 * What is held of a queue and of a history in which a prompt is looked for: every entry, and of its
 * graph no more than the texts with that ending.
 */
record MarkParts(String ending) {

  Part queue() {
    return Part.of(Map.of("1", Part.WHOLE, "2", marked())).ofEach().ofEach();
  }

  Part history() {
    return marked().of("2").of("prompt").ofEach();
  }

  private Part marked() {
    return new Part() {
      @Override
      public Part below(String name) {
        return this;
      }

      @Override
      public boolean holds(String text) {
        return text.endsWith(ending);
      }

      @Override
      public boolean holdsNumbers() {
        return false;
      }

      @Override
      public boolean holdsEmpty() {
        return false;
      }
    };
  }
}
