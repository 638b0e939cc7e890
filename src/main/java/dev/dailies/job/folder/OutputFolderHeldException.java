package dev.dailies.job.folder;

import java.time.Instant;

/** Another process holds the output folder. The message says which. */
public final class OutputFolderHeldException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Holder holder;

  OutputFolderHeldException(Holder holder) {
    super(
        "another run holds this output folder"
            + (holder.who().isEmpty() ? "" : ": " + holder.told(Instant.now())));
    this.holder = holder;
  }

  /** The process that holds it. */
  public Holder holder() {
    return holder;
  }
}
