package dev.dailies.provider.http;

import dev.dailies.provider.Preparation;

/** What came of uploading a file. Uploading is free, so no money is ever in doubt. */
public sealed interface Upload {

  /**
   * The provider has it.
   *
   * @param name what stands for the file in a request
   */
  record Stored(String name) implements Upload {}

  /** The provider does not have it, so the shot cannot be sent. */
  record Failed(Preparation why) implements Upload {}
}
