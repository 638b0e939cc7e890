package dev.dailies.job.doctor;

/** How many of the addresses that rows name are looked at. */
public enum InputScope {
  /** A few: one of each host, and some from all over the list. */
  SAMPLE,
  /** All of them. */
  ALL,
  /** None: nobody outside is asked but the providers. */
  NONE
}
