package dev.dailies.provider.comfyui;

/** What becomes of a prompt that its server has forgotten. */
enum OnLost {
  /** It is sent again, once for each row. */
  RESUBMIT,
  /** A person decides. */
  KEEP
}
