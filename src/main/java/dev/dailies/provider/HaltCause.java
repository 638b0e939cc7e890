package dev.dailies.provider;

/** Why no other shot would fare better at a provider. */
public enum HaltCause {
  /** The key is missing, wrong, or not allowed to do this. */
  CREDENTIALS,
  /** The account has no credits, is blocked, or what is configured does not exist there. */
  ACCOUNT
}
