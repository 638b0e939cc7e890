package dev.dailies.ledger;

import dev.dailies.ledger.Plan.RowProblem;
import dev.dailies.provider.Problem;
import dev.dailies.text.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps every reading of the manifest: its number, its problems, and how it ended. */
public class Plans {

  private static final int PAGE = 2_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  public Plans(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** The plan with the highest number, finished or not. */
  public Optional<Plan> newest() {
    return jdbc.sql("select * from plan order by plan_number desc limit 1")
        .query(Plans::read)
        .optional();
  }

  /** Starts a plan and forgets the problems of older ones. Returns its number. */
  public long begin(String manifestDigest, String settingsDigest) {
    forgetProblems();
    return transaction.execute(
        status -> {
          jdbc.sql(
                  "insert into plan (started_at, manifest_digest, settings_digest)"
                      + " values (?, ?, ?)")
              .params(now(), manifestDigest, settingsDigest)
              .update();
          return jdbc.sql("select max(plan_number) from plan").query(Long.class).single();
        });
  }

  private void forgetProblems() {
    int forgotten;
    do {
      forgotten =
          jdbc.sql("delete from problem where id in (select id from problem order by id limit ?)")
              .param(PAGE)
              .update();
    } while (forgotten == PAGE);
  }

  /** Keeps a problem, in the caller's transaction. */
  public void note(long plan, RowProblem found) {
    Problem problem = found.problem();
    jdbc.sql(
            "insert into problem (plan_number, manifest_line, severity, column_name, cell, message,"
                + " fix) values (:plan, :line, :severity, :column, :cell, :message, :fix)")
        .param("plan", plan)
        .param("line", found.line())
        .param("severity", problem.severity().name())
        .param("column", PlainText.of(problem.column(), 200))
        .param("cell", PlainText.of(problem.value(), 200))
        .param("message", PlainText.of(problem.message(), 2000))
        .param("fix", PlainText.of(problem.fix(), 2000))
        .update();
  }

  /** Ends a plan whose manifest cannot be used: nothing is withdrawn, and nothing may be sent. */
  public Plan refuse(long plan, String refusal) {
    jdbc.sql("update plan set refusal = :refusal where plan_number = :plan")
        .param("refusal", PlainText.of(refusal, 1000))
        .param("plan", plan)
        .update();
    return newest().orElseThrow();
  }

  /**
   * Ends a plan that read the manifest to its end, and withdraws what it did not see.
   *
   * @param plan its number
   * @param counts of its rows
   * @param refusal why nothing of it may be sent; null admits it
   */
  public Plan finish(long plan, Plan.Counts counts, @Nullable String refusal) {
    // A retake that a run was to send stays, whichever manifest is read.
    withdrawUnseen("PLANNED", " and coalesce(ordered, false) = false", plan);
    // What a provider refused stays refused: its row may come back.
    withdrawUnseen("REJECTED", " and attempts = 0", plan);
    jdbc.sql(
            "update plan set finished_at = :now, manifest_rows = :rows, rejected_rows = :rejected,"
                + " regenerated_tasks = :regenerated, waiting_edits = :waiting, rows_with_files ="
                + " :files, refusal = :refusal where plan_number = :plan")
        .param("now", now())
        .param("rows", counts.rows())
        .param("rejected", counts.rejectedRows())
        .param("regenerated", counts.regenerated())
        .param("waiting", counts.waitingEdits())
        .param("files", counts.rowsWithFiles())
        .param("refusal", PlainText.of(refusal, 1000))
        .param("plan", plan)
        .update();
    return newest().orElseThrow();
  }

  /**
   * Has a plan see what the one before it saw, but for what was never sent: its manifest was only a
   * part of the job's. Works in pages, like what is withdrawn.
   */
  public void keepOthers(long plan) {
    long before =
        jdbc.sql(
                "select coalesce(max(plan_number), 0) from plan where plan_number < ?"
                    + " and finished_at is not null")
            .param(plan)
            .query(Long.class)
            .single();
    int kept;
    do {
      kept =
          transaction.execute(
              status ->
                  jdbc.sql(
                          "update task set plan_number = ? where id in (select id from task where"
                              + " plan_number >= ? and plan_number < ? and plan_number > 0 and"
                              + " state not in ('PLANNED', 'WITHDRAWN') and (attempts > 0 or state"
                              + " <> 'REJECTED') order by id limit ?)")
                      .params(plan, before, plan, PAGE)
                      .update());
    } while (kept == PAGE);
  }

  /** Has the retakes of a plan stay, whatever manifest is read next: a run is to send them. */
  public void order(long plan) {
    jdbc.sql(
            "update task set ordered = true where plan_number = ? and replaces is not null"
                + " and ordered is null")
        .param(plan)
        .update();
  }

  /**
   * Withdraws in pages, since a database keeps in memory what a transaction changed. If the process
   * dies between two pages, the plan is unfinished, and the next plan withdraws the rest.
   */
  private void withdrawUnseen(String state, String only, long plan) {
    String page =
        " from task where state = ? and plan_number <> ?"
            + only
            + " order by state, provider, id limit ?";
    int withdrawn;
    do {
      withdrawn =
          transaction.execute(
              status -> {
                jdbc.sql(
                        "insert into event (task_id, happened_at, from_state, to_state, reason)"
                            + " select id, ?, state, 'WITHDRAWN', 'no longer in the manifest'"
                            + page)
                    .params(now(), state, plan, PAGE)
                    .update();
                return jdbc.sql(
                        "update task set state = 'WITHDRAWN', version = version + 1,"
                            + " changed_at = ? where id in (select id"
                            + page
                            + ")")
                    .params(now(), state, plan, PAGE)
                    .update();
              });
    } while (withdrawn == PAGE);
  }

  /** The first problems of a plan, errors before warnings, in the manifest's order. */
  public List<RowProblem> problems(long plan, int limit) {
    return jdbc.sql(
            "select * from problem where plan_number = ? order by case severity when 'ERROR' then 0"
                + " when 'WARNING' then 1 else 2 end, manifest_line, id limit ?")
        .params(plan, limit)
        .query(Plans::readProblem)
        .list();
  }

  /** How many problems of a severity the plan found. */
  public long countProblems(long plan, Problem.Severity severity) {
    return jdbc.sql("select count(*) from problem where plan_number = ? and severity = ?")
        .params(plan, severity.name())
        .query(Long.class)
        .single();
  }

  private static RowProblem readProblem(ResultSet row, int number) throws SQLException {
    return new RowProblem(
        row.getLong("manifest_line"),
        new Problem(
            Problem.Severity.valueOf(row.getString("severity")),
            row.getString("column_name"),
            row.getString("cell"),
            row.getString("message"),
            row.getString("fix")));
  }

  private static Plan read(ResultSet row, int number) throws SQLException {
    return new Plan(
        row.getLong("plan_number"),
        AttemptRows.instant(row, "finished_at").orElse(null),
        row.getString("manifest_digest"),
        row.getString("settings_digest"),
        new Plan.Counts(
            row.getLong("manifest_rows"),
            row.getLong("rejected_rows"),
            row.getLong("regenerated_tasks"),
            row.getLong("waiting_edits"),
            row.getLong("rows_with_files")),
        row.getString("refusal"));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
  }
}
