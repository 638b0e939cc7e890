package dev.dailies.provider;

/** What came of preparing a shot: what will be sent, or why nothing can be sent. */
public sealed interface Preparation
    permits Request, Preparation.Postponed, Submission.NothingCreated {

  /** Nothing is wrong with the provider or with the row; another run may send it. */
  record Postponed(String reason) implements Preparation {}
}
