package dev.dailies.simulator;

/** The bodies in which CometAPI's feed is known to tell about a task. */
public enum FeedForm {
  /** The gateway's fields at the top. */
  FLAT,
  /** The gateway's envelope, as on the official route. */
  WRAPPED,
  /** The envelope of the upstream, with a status in digits. */
  DIGITS
}
