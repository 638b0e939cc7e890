package dev.dailies.cli;

import dev.dailies.job.ExitRules;
import java.io.PrintWriter;
import java.io.StringWriter;

/** The front door for tests of other packages: exit codes, and commands as people type them. */
public final class FrontDoor {

  private FrontDoor() {}

  public static ExitRules exitRules() {
    return ExitCode.RULES;
  }

  /** Runs a command in this process, as if it had been typed. */
  public static Typed type(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Dailies.commandLine(words)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Typed(code, out.toString(), err.toString());
  }
}
