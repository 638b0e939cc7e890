package dev.dailies.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How much the ledger knows of what was sent, to be held against what is in the folder. */
public final class AttemptCounts {

  private final JdbcClient jdbc;

  public AttemptCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** True if no manifest was ever read with this ledger. */
  public boolean isUnused() {
    return jdbc.sql("select count(*) from plan").query(Long.class).single() == 0;
  }

  /** How many files it has delivered. */
  public long files() {
    return jdbc.sql("select count(*) from output where file_name is not null")
        .query(Long.class)
        .single();
  }

  /** How many attempts it knows at a take; none if it does not know the take. */
  public int of(String shot, int take, int revision) {
    return jdbc.sql("select attempts from task where shot_key = ? and take = ? and revision = ?")
        .params(TaskId.key(shot), take, revision)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }
}
