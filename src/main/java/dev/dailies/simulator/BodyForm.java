package dev.dailies.simulator;

/** The two bodies in which CometAPI is known to tell about a task. */
public enum BodyForm {
  /** Runway's own: {@code id}, {@code status}, and so on, at the top. */
  FLAT,
  /** The gateway's envelope: {@code code}, {@code message}, and the task below {@code data}. */
  WRAPPED
}
