package dev.dailies.provider.comfyui;

import dev.dailies.provider.Preparation;

/** What came of bringing a file to a server. */
sealed interface Upload {

  /** It is there, and this is what a workflow calls it. */
  record Stored(String name) implements Upload {}

  /** It is not there. */
  record Failed(Preparation why) implements Upload {}
}
