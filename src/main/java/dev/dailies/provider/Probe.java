package dev.dailies.provider;

/** What a harmless call says of a provider that has been in trouble. */
public enum Probe {
  /** It answers, so a shot may be tried. */
  REACHABLE,
  /** It does not, or only with a server's error: a shot would fare no better. */
  UNREACHABLE,
  /** There is no such call. */
  UNKNOWN;

  /**
   * Reads the answer to a harmless call: any word of the provider's own proves that it is there.
   */
  public static Probe of(Exchange exchange) {
    return exchange instanceof Exchange.Answer answer && answer.status() < 500
        ? REACHABLE
        : UNREACHABLE;
  }
}
