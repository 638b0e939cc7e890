package dev.dailies.provider;

/** What a harmless call says of a provider that has been in trouble. */
public enum Probe {
  /** It answers, so a shot may be tried. */
  REACHABLE,
  /** It does not, or only with a server's error: a shot would fare no better. */
  UNREACHABLE,
  /** There is no such call. */
  UNKNOWN
}
