package dev.dailies.job.submit;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.ledger.Task;
import dev.dailies.pacing.Permit;
import dev.dailies.provider.Request;

/** A task whose request may be sent now: it is prepared, and has passed its provider's gate. */
record ReadyTask(Task task, ActiveProvider active, Request request, Permit permit) {}
