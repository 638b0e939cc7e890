package dev.dailies.simulator;

/** The bodies in which CometAPI's compat routes are known to accept a create. */
public enum CreateForm {
  /** With {@code code}, {@code message}, {@code msg} and the ticket below {@code data}. */
  PLAIN,
  /** Without {@code message}, with a Chinese {@code msg} and the time that it took. */
  TIMED,
  /** As the second, with all the task's fields beside the ticket. */
  FULL
}
