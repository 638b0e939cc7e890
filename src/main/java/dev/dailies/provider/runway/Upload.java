package dev.dailies.provider.runway;

import dev.dailies.provider.Preparation;

/** What came of uploading a file. It is free, so no money is ever in doubt. */
sealed interface Upload {

  /** It is there: this stands for it in a request. */
  record Done(String uri) implements Upload {}

  /** It is not there, and the shot cannot be sent. */
  record Failed(Preparation why) implements Upload {}
}
