package dev.dailies.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.budget.CapUse;
import dev.dailies.report.money.Spend;
import dev.dailies.report.money.SpendTable;
import dev.dailies.text.PlainText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code summary.json}: the run in figures, for tools. The keys are these names in snake case, in
 * this order; keys may be added, never renamed or removed. Moments are ISO-8601 in UTC.
 *
 * @param job the UUID of the output folder
 * @param run counts the runs of the job, from 1
 * @param version of Dailies
 * @param manifest the manifest's plain file name
 * @param startedAt when the run began
 * @param endedAt when the report was written
 * @param seconds between the two
 * @param exitCode of the run, before any mapping of codes to 0
 * @param exitMeaning the exit code in words
 * @param stopReasons why something was not sent or not waited for; empty if all was
 * @param waits what had failed until the end, and would have been tried again
 * @param plan the newest reading of the manifest; null if there was none
 * @param tasks how many there are
 * @param money of all tasks ever sent from this folder
 * @param caps what is used of each cap; empty if there are none
 * @param spend what was spent, by day, provider, model and state; the last 1,000 lines of it
 * @param failed the first 100 tasks of the newest manifest that are REJECTED, FAILED, CANCELLED,
 *     LOST or UNDELIVERED; {@code results.csv} has them all
 * @param inDoubt the first 100 tasks IN_DOUBT, whatever manifest asked for them
 * @param warnings the first 100 tasks of the newest manifest that are DELIVERED, and what a person
 *     should know of their files
 */
record Summary(
    String job,
    long run,
    String version,
    String manifest,
    Instant startedAt,
    Instant endedAt,
    BigDecimal seconds,
    int exitCode,
    String exitMeaning,
    List<String> stopReasons,
    List<RunFacts.Waited> waits,
    @Nullable Reading plan,
    Tasks tasks,
    Spending money,
    List<CapUse> caps,
    List<SpendTable.Line> spend,
    List<Trouble> failed,
    List<InDoubt> inDoubt,
    List<Trouble> warnings) {

  /**
   * One reading of the manifest.
   *
   * @param number counts the readings of this folder, from 1
   * @param admitted true if its tasks may be sent
   * @param refusal why not; null if they may
   * @param rows of the manifest, valid or not
   * @param rejectedRows rows that could not be planned
   * @param regeneratedTakes takes that are made again although their clip is there
   * @param waitingEdits edited rows that wait for a task in flight, in doubt or lost
   */
  record Reading(
      long number,
      boolean admitted,
      @Nullable String refusal,
      long rows,
      long rejectedRows,
      long regeneratedTakes,
      long waitingEdits) {

    static Reading of(Plan plan) {
      String refusal = plan.refusal() == null ? null : PlainText.withoutSecrets(plan.refusal());
      return new Reading(
          plan.number(),
          plan.isAdmitted(),
          refusal,
          plan.counts().rows(),
          plan.counts().rejectedRows(),
          plan.counts().regenerated(),
          plan.counts().waitingEdits());
    }
  }

  /**
   * How many tasks there are in each state; the keys are the states in lower case, every one is
   * there.
   *
   * @param current tasks that the newest manifest asks for
   * @param all tasks of all manifests
   */
  record Tasks(Map<String, Long> current, Map<String, Long> all) {

    static Tasks of(TaskQueries queries) {
      return new Tasks(everyState(queries.countCurrent()), everyState(queries.countAll()));
    }

    private static Map<String, Long> everyState(Map<TaskState, Long> counts) {
      Map<String, Long> named = new LinkedHashMap<>();
      for (TaskState state : TaskState.values()) {
        named.put(state.name().toLowerCase(Locale.ROOT), counts.getOrDefault(state, 0L));
      }
      return named;
    }
  }

  /**
   * Where the money stands.
   *
   * @param currency always {@code USD}
   * @param spent for tasks with a ticket: as charged, else as expected
   * @param inDoubt expected price of the tasks in doubt, and of those on the wire
   * @param settledDoubts the same of what was given up or sent again while it was in doubt
   * @param unpricedTasks how many sent tasks have a price that nobody knows
   * @param noClip what of it has brought no clip: it failed, was lost, or was sent again
   * @param keptClips how many clips people have kept
   * @param perKeptClip what each of these has cost, with all that counts as spent; null if none is
   *     kept, or a price is missing
   */
  record Spending(
      String currency,
      BigDecimal spent,
      BigDecimal inDoubt,
      BigDecimal settledDoubts,
      long unpricedTasks,
      BigDecimal noClip,
      long keptClips,
      @Nullable BigDecimal perKeptClip) {

    static Spending of(Money money, Spend spend) {
      return new Spending(
          "USD",
          money.spent().usd(),
          money.inDoubt().usd(),
          money.settledDoubts().usd(),
          money.unpriced(),
          spend.noClip().cost().usd(),
          spend.kept(),
          spend.perKeptClip().filter(each -> spend.all().cost().unpriced() == 0).orElse(null));
    }
  }

  /**
   * A task that a person may want to look at.
   *
   * @param name as commands take it
   * @param id the row's own id; the name where it has none
   * @param state in capitals
   * @param line of the row in the manifest
   * @param reasonCode a short word for tools; null if there is none
   * @param reason a sentence for people; null if there is none
   */
  record Trouble(
      String name,
      String id,
      String state,
      long line,
      @Nullable String reasonCode,
      @Nullable String reason) {

    static Trouble of(Entry entry) {
      return new Trouble(
          entry.name(),
          entry.id(),
          entry.state().name(),
          entry.task().line(),
          nullIfEmpty(entry.reasonCode()),
          nullIfEmpty(entry.reason()));
    }

    private static @Nullable String nullIfEmpty(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  /** A task in doubt, with all that a person needs in order to settle it. */
  record InDoubt(@JsonUnwrapped Trouble trouble, @JsonUnwrapped Doubtful doubtful) {}

  static Summary of(
      RunFacts facts,
      TaskQueries queries,
      Optional<Plan> plan,
      ReportData data,
      Spend spend,
      List<SpendTable.Line> lines) {
    return new Summary(
        facts.job(),
        facts.run(),
        facts.version(),
        facts.manifest(),
        facts.startedAt(),
        facts.endedAt(),
        BigDecimal.valueOf(facts.wallTime().toMillis(), 3),
        facts.verdict().exitCode(),
        facts.verdict().meaning(),
        facts.verdict().stopReasons().stream().map(PlainText::withoutSecrets).toList(),
        facts.verdict().waits(),
        plan.map(Reading::of).orElse(null),
        Tasks.of(queries),
        Spending.of(queries.money(), spend),
        facts.spending().caps(),
        lines,
        List.copyOf(data.failed()),
        List.copyOf(data.inDoubt()),
        data.warnings());
  }
}
