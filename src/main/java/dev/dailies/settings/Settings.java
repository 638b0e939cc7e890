package dev.dailies.settings;

import dev.dailies.delivery.NameTemplate;
import dev.dailies.ledger.OnChange;
import dev.dailies.provider.Secret;
import dev.dailies.provider.spi.BudgetSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of a job, below {@code dailies}; those of providers and downloads have records of
 * their own.
 *
 * @param manifest the file of shots, as written; {@link JobFiles} says where it is
 * @param output the output folder, as written
 * @param provider for rows without a {@code provider} column
 * @param limit at most so many new submissions in this run; null for no limit
 * @param sample sends so many tasks that differ most, and nothing else; null for all
 * @param confirmAbove the price of one run in US dollars, above which a person is to approve it
 *     first; null to ask nobody
 * @param approve the digest of what a person approves
 * @param stopTimeout how long a stop waits for answers on the wire
 * @param timeLimit how long a run may take; null for no limit
 * @param outputName how clips are named
 * @param ledgerUrl another database for the ledger; null for the one in the output folder. May hold
 *     a password
 * @param logLevel what is worth a line in the log
 * @param verbose whether the log goes to standard error too
 * @param proxy the proxy of all requests, {@code none}, or null for what the environment says; a
 *     secret, since it may hold a password
 * @param noProxy the hosts that it does not serve
 * @param trustedCertificates a PEM file of authorities that are trusted besides those of the JVM
 */
public record Settings(
    @Nullable String manifest,
    @Nullable String output,
    @Nullable String provider,
    @DefaultValue("all") Admission admission,
    @DefaultValue("regenerate") OnChange onChange,
    @DefaultValue("hold") OnDoubt onDoubt,
    @Nullable Integer limit,
    @Nullable Integer sample,
    @Nullable String confirmAbove,
    @Nullable String approve,
    @DefaultValue("10s") Duration stopTimeout,
    @Nullable Duration timeLimit,
    @DefaultValue("{id}") NameTemplate outputName,
    @Nullable Secret ledgerUrl,
    @DefaultValue("info") LogLevel logLevel,
    @DefaultValue("false") boolean verbose,
    @Nullable Secret proxy,
    @Nullable String noProxy,
    @Nullable String trustedCertificates) {

  /** What is worth a line in the log. */
  public enum LogLevel {
    WARN,
    INFO,
    DEBUG
  }

  /** Whether one bad row keeps the others from being sent. */
  public enum Admission {
    /** Every row must be valid before anything new is sent. */
    ALL,
    /** Bad rows are rejected and reported, the others run. */
    VALID
  }

  /** What to do with a task in doubt when a run begins. */
  public enum OnDoubt {
    /** It waits for a person. */
    HOLD,
    /** It is sent again, and may be paid twice. */
    RESUBMIT
  }

  public Settings {
    if (limit != null && limit < 0) {
      throw new IllegalArgumentException("limit must be 0 or more, was " + limit);
    }
    if (confirmAbove != null && !BudgetSettings.isAmount(confirmAbove)) {
      throw new IllegalArgumentException(
          "confirm-above must be an amount of dollars, as in 25, was " + confirmAbove);
    }
    if (sample != null && sample < 1) {
      throw new IllegalArgumentException("sample must be 1 or more, was " + sample);
    }
  }
}
