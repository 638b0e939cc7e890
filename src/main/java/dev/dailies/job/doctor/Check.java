package dev.dailies.job.doctor;

import java.util.List;

/** Looks at one thing that a night needs. Changes nothing, and sends nothing that costs. */
@FunctionalInterface
interface Check {

  /** What there is to say, at least one sentence; never throws for what it finds. */
  List<Finding> look();
}
