package dev.dailies.job.doctor;

import dev.dailies.job.run.ExitCode;
import org.jspecify.annotations.Nullable;

/**
 * What a check has found.
 *
 * @param check a word for what was looked at, as in {@code folder}
 * @param about the provider that it is about; null if it is about the whole job
 * @param found a clause for people
 * @param remedy what to do about it, as an imperative; null where nothing is to be done
 * @param code what a run would end with for this reason alone; {@code OK} unless it is a failure
 */
public record Finding(
    String check,
    @Nullable String about,
    Verdict verdict,
    String found,
    @Nullable String remedy,
    ExitCode code) {}
