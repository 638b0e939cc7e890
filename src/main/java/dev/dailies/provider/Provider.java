package dev.dailies.provider;

/**
 * A service that generates. An adapter translates and classifies; it never waits, repeats, or
 * remembers. Every method may be called from several threads at once.
 */
public interface Provider {

  /** Judges a shot before anything is spent: no network, no side effect. */
  Review review(Shot shot);

  /** Builds what will be sent. Free and repeatable: creates nothing that costs money. */
  Request prepare(Shot shot);

  /** Sends exactly one request, once. Never throws for what a provider or a network does. */
  Submission submit(Request request, AttemptId id);

  /** Looks at a task once, at the attempt's own address. Free, and changes nothing. */
  Progress check(Attempt attempt);
}
