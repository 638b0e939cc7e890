package dev.dailies.ledger;

import dev.dailies.provider.Problem;
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

/** Keeps the readings of the manifest: their numbers, what they found wrong, how they ended. */
public class Plans {

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
    return transaction.execute(
        status -> {
          jdbc.sql("delete from problem").update();
          jdbc.sql(
                  "insert into plan (started_at, manifest_digest, settings_digest)"
                      + " values (?, ?, ?)")
              .params(now(), manifestDigest, settingsDigest)
              .update();
          return jdbc.sql("select max(plan_number) from plan").query(Long.class).single();
        });
  }

  /** Writes a problem down, in the caller's transaction. */
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

  /** Ends a plan that found no admissible manifest: nothing is withdrawn, nothing may be sent. */
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
   * @param refusal why nothing of it may be sent; null admits it
   */
  public Plan finish(PlanCounts counts, @Nullable String refusal) {
    transaction.executeWithoutResult(
        status -> {
          withdrawUnseen(counts.plan());
          jdbc.sql(
                  "update plan set finished_at = :now, manifest_rows = :rows,"
                      + " rejected_rows = :rejected, regenerated_tasks = :regenerated,"
                      + " waiting_edits = :waiting, refusal = :refusal where plan_number = :plan")
              .param("now", now())
              .param("rows", counts.rows())
              .param("rejected", counts.rejected())
              .param("regenerated", counts.regenerated())
              .param("waiting", counts.waitingEdits())
              .param("refusal", PlainText.of(refusal, 1000))
              .param("plan", counts.plan())
              .update();
        });
    return newest().orElseThrow();
  }

  private void withdrawUnseen(long plan) {
    String unseen = " from task where state in ('PLANNED', 'REJECTED') and plan_number <> ?";
    jdbc.sql(
            "insert into event (task_id, happened_at, from_state, to_state, reason)"
                + " select id, ?, state, 'WITHDRAWN', 'no longer in the manifest'"
                + unseen)
        .params(now(), plan)
        .update();
    jdbc.sql(
            "update task set state = 'WITHDRAWN', version = version + 1, changed_at = ?"
                + " where state in ('PLANNED', 'REJECTED') and plan_number <> ?")
        .params(now(), plan)
        .update();
  }

  /** The first problems of a plan, errors before warnings, in the manifest's order. */
  public List<RowProblem> problems(long plan, int limit) {
    return jdbc.sql(
            "select * from problem where plan_number = ? order by severity, manifest_line, id"
                + " limit ?")
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
        row.getLong("manifest_rows"),
        row.getLong("rejected_rows"),
        row.getLong("regenerated_tasks"),
        row.getLong("waiting_edits"),
        row.getString("refusal"));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
  }
}
