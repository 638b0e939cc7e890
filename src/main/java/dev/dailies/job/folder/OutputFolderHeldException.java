package dev.dailies.job.folder;

/** Another process holds the output folder. The message says which. */
public final class OutputFolderHeldException extends RuntimeException {

  private static final long serialVersionUID = 1;

  OutputFolderHeldException(String holder) {
    super("another run holds this output folder" + (holder.isEmpty() ? "" : ": " + holder));
  }
}
