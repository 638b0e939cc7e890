package dev.dailies.job.run;

import dev.dailies.pacing.Gate;
import dev.dailies.pacing.Pacer;
import dev.dailies.pacing.Troubles;
import dev.dailies.provider.Provider;
import dev.dailies.provider.Secret;
import dev.dailies.provider.spi.ProviderSettings;

/**
 * A provider as this run uses it: the adapter, its settings, and all that paces it.
 *
 * @param troubles what fails beside its submissions
 * @param key taken out of whatever is told of this provider
 * @param pollPool polls on the wire
 * @param pollPacer how many polls there may be, over all tasks
 */
public record ActiveProvider(
    String name,
    String type,
    Provider provider,
    ProviderSettings settings,
    Secret key,
    Gate gate,
    Troubles troubles,
    WorkerPool pollPool,
    Pacer pollPacer) {}
