package dev.dailies.provider;

/** What came of preparing a shot: what will be sent, or why nothing can be sent. */
public sealed interface Preparation
    permits Request, Submission.Refused, Submission.NotNow, Submission.Halt {}
