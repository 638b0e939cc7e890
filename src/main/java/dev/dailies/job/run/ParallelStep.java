package dev.dailies.job.run;

/** The steps that run side by side, named as in the job repository. */
public enum ParallelStep {
  SUBMIT,
  POLL,
  DOWNLOAD
}
