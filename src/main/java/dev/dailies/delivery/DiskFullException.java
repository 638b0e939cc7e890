package dev.dailies.delivery;

import java.io.IOException;

/** Too little room is left on the disk. The message says how much. */
final class DiskFullException extends IOException {

  private static final long serialVersionUID = 1;

  DiskFullException(String message) {
    super(message);
  }
}
